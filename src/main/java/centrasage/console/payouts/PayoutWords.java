package centrasage.console.payouts;

import centrasage.console.words.Sign;
import centrasage.settlements.match.Method;
import centrasage.settlements.match.Unmatched;
import centrasage.settlements.store.BatchState;
import centrasage.settlements.store.LineState;
import centrasage.settlements.store.SettlementBatch;
import centrasage.settlements.store.SettlementLines.Group;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The words, icons and tones of payouts and their lines. */
@Named
@ApplicationScoped
public class PayoutWords {
    public Sign state(BatchState state) {
        return switch (state) {
            case RECEIVING -> new Sign("Being read", "arrow", "waiting", "Its file is being read now");
            case STOPPED ->
                new Sign("Does not add up", "cross", "held", "Nothing of it is posted until its file holds together");
            case PROVEN -> new Sign("Read", "clock", "waiting", "It adds up; the next run matches and posts it");
            case PLANNED ->
                new Sign("Under way", "clock", "waiting", "It is planned; something of it is still to come");
            case SETTLED -> new Sign("Settled", "check", "posted", "All of it is posted, and every line is explained");
            case SUPERSEDED -> new Sign("Replaced", "back", "quiet", "A later version is in its place");
            case DIFFERS ->
                new Sign(
                        "Came again, differs",
                        "warning",
                        "held",
                        "It says something else than the version that is posted");
        };
    }

    /** With the lines that wait. */
    public Sign state(SettlementBatch batch, Explained explained) {
        boolean waits = batch.state().isToBePosted() && explained.waitingLines() > 0;
        return waits
                ? new Sign("Lines wait", "person", "locked", "Lines of it settle nothing that is known here")
                : state(batch.state());
    }

    public Sign line(LineState state) {
        return switch (state) {
            case OPEN -> new Sign("Settles nothing", "question", "locked", "No receipt or refund was found for it");
            case PERSON -> new Sign("For a person", "person", "locked", "Only a person can say what it is");
            case SETTLED -> new Sign("Matched", "check", "posted", "What it settles is known");
            case EXPLAINED ->
                new Sign(
                        "Explained",
                        "hand",
                        "quiet",
                        "A person has entered it in Sage 200, or says why nothing is to be entered");
            case SUSPENSE ->
                new Sign("In suspense", "pause", "locked", "A person has put it into the suspense account");
            case PAYOUT -> new Sign("Payout", "arrow", "posted", "What was paid to the bank");
            case CARRIED ->
                new Sign("Carried", "back", "quiet", "It stays in the clearing bank, from or to another payout");
            case SUMMED -> new Sign("In a sum", "dash", "quiet", "Posted with all others of its kind in one sum");
        };
    }

    /** How lines found what they settle, or why they did not; empty where there is nothing to say. */
    public String how(LineState state, String how) {
        return method(how)
                .map(PayoutWords::method)
                .or(() -> unmatched(how).map(PayoutWords::why))
                .orElse(state == LineState.OPEN ? "not looked at yet" : "");
    }

    public String how(Group group) {
        return how(group.state(), group.how());
    }

    private static Optional<Method> method(String how) {
        return Arrays.stream(Method.values())
                .filter(each -> each.name().equals(how))
                .findFirst();
    }

    private static Optional<Unmatched> unmatched(String how) {
        return Arrays.stream(Unmatched.values())
                .filter(each -> each.name().equals(how))
                .findFirst();
    }

    private static String method(Method method) {
        return switch (method) {
            case PAYMENT_REFERENCE -> "by the provider's reference of the payment";
            case MODIFICATION_REFERENCE -> "by the provider's reference of the capture or refund";
            case ORDER -> "by the order";
            case ORDER_WITHIN_TOLERANCE -> "by the order, with a small difference that is booked";
            case SEVERAL_ENTRIES -> "several receipts or refunds at once";
            case SEVERAL_LINES -> "several lines together";
            case PERSON -> "by a person";
        };
    }

    private static String why(Unmatched why) {
        return switch (why) {
            case MISSING_TRANSACTION -> "nothing of its payment or order is open in the clearing bank";
            case AMBIGUOUS -> "several receipts or refunds fit, and it cannot be told which is meant";
            case DUPLICATE -> "what it says is settled already, by another line";
            case OTHER_CURRENCY -> "its order was paid in another currency";
            case OTHER_BANK -> "what it says is open in another clearing bank";
            case AMOUNT_DIFFERS -> "its payment or order is open with another amount";
            case CONTRADICTION -> "it contradicts itself: gross less fees is not net";
        };
    }

    /** What to do about lines that wait for such a reason. */
    public String remedy(String how) {
        return unmatched(how)
                .map(PayoutWords::remedy)
                .orElse("Ask the provider what it is, enter it in Sage 200 by hand, then explain it");
    }

    private static String remedy(Unmatched why) {
        return switch (why) {
            case MISSING_TRANSACTION ->
                "Wait for the next run of the payments; or it is from before the cut-over, or no sale of the web shop: enter it in Sage 200 by hand, then explain it";
            case AMBIGUOUS -> "Open the line and say which it settles";
            case AMOUNT_DIFFERS ->
                "Compare with Centra. Within the tolerance say what it settles; else enter the difference by hand and explain both";
            case DUPLICATE -> "Ask the provider. It may have been paid twice: put it into suspense until that is known";
            case OTHER_CURRENCY ->
                "Compare with Centra, enter what is right by hand, then explain the line and the receipt";
            case OTHER_BANK ->
                "Correct the gateway under Mappings, transfer in Sage 200 what stands in the wrong bank, then explain both";
            case CONTRADICTION -> "Ask the provider about the line";
        };
    }

    /** Which posting of a batch it is: {@code Payout 1}, {@code Fee, commission}. */
    public String posting(String name) {
        String words = name.replace('-', ' ').replaceFirst("^fee ", "fee, ");
        return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }

    /** The provider as people write it. */
    public String psp(String psp) {
        return psp.equals("paypal") ? "PayPal" : psp.substring(0, 1).toUpperCase(Locale.ROOT) + psp.substring(1);
    }
}
