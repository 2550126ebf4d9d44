package centrasage.console.life;

import centrasage.console.words.Moments;
import centrasage.money.Money;
import centrasage.settlements.proof.OrderPayouts;
import centrasage.sync.ledger.ClearingEntry;

/**
 * A receipt or refund of an order, and what the payment provider has made of it.
 *
 * @param name {@code Receipt} or {@code Refund}
 * @param urn Sage's number of it; empty where it is from before the cut-over
 * @param value above zero, whatever it is
 * @param words what became of it, in a sentence
 * @param bank the clearing bank that it is in
 * @param batch the payout that it is in; 0 while it is in none
 */
public record PaidOut(String company, String name, String urn, Money value, String words, String bank, long batch) {

    public static PaidOut of(OrderPayouts.Payout payout, Moments moments) {
        ClearingEntry entry = payout.entry();
        boolean refund = entry.origin().isRefund();
        OrderPayouts.Line line = payout.line();
        return new PaidOut(
                entry.company(),
                refund ? "Refund" : "Receipt",
                entry.urn(),
                entry.value(),
                words(payout, moments),
                entry.bank(),
                line == null ? 0 : line.batch().id());
    }

    private static String words(OrderPayouts.Payout payout, Moments moments) {
        ClearingEntry entry = payout.entry();
        return switch (payout.fate()) {
            case OPEN ->
                "In the clearing bank " + entry.bank() + " since " + moments.day(entry.date())
                        + (entry.origin().isRefund() ? ": not taken off a payout yet" : ": not paid out yet");
            case SETTLED -> settled(payout, moments);
            case EXPLAINED -> "A person has entered in Sage 200 what became of it";
        };
    }

    private static String settled(OrderPayouts.Payout payout, Moments moments) {
        OrderPayouts.Line line = payout.line();
        if (line == null) {
            return "Settled by a payout";
        }
        boolean refund = payout.entry().origin().isRefund();
        String day = line.paidOut() == null ? "" : moments.day(line.paidOut());
        String how = refund
                ? (day.isEmpty() ? "Taken off" : "Taken off the payout of " + day)
                : (day.isEmpty() ? "Settled, not paid out yet" : "Paid out on " + day);
        return how + ": " + line.batch().key() + ", place " + line.place();
    }
}
