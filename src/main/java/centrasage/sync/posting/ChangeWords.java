package centrasage.sync.posting;

import centrasage.flow.Owner;
import centrasage.flow.PaymentNumber;
import centrasage.flow.PostingKind;
import centrasage.flow.Reason;
import centrasage.money.Money;
import java.util.List;
import java.util.Objects;

/** How people are told that what was posted, or given up, has changed at its source. No personal data. */
final class ChangeWords {
    private final Changes.Before before;
    private final Planned now;
    private final String deed;

    ChangeWords(Changes.Before before, Planned now) {
        this.before = before;
        this.now = now;
        this.deed = before.givenUp() ? "given up here" : "posted";
    }

    Reason cancelled() {
        if (now.key().kind() == PostingKind.RECEIPT || now.key().kind() == PostingKind.CUSTOMER_REFUND) {
            return reason(
                    "It is no payment in Centra any more, after it was " + deed + ": " + totals(),
                    "Find out at the payment provider whether the money moved; if it did not, reverse the transaction in Sage 200;"
                            + " nothing there is reversed by itself");
        }
        if (now.key().kind() == PostingKind.CREDIT_NOTE
                && PaymentNumber.is(now.key().sourceKey())) {
            return reason(
                    "It is no refund without a return in Centra any more, or its money came in again, after its credit note was "
                            + deed + ": " + totals(),
                    "Find out at the payment provider whether the customer has the money; if not, or if a return is credited for it,"
                            + " reverse the credit note in Sage 200; nothing there is reversed by itself");
        }
        if (now.key().kind() == PostingKind.CREDIT_NOTE) {
            return reason(
                    "It is no completed return in Centra any more, after its credit note was " + deed + ": " + totals(),
                    "Find out in Centra whether the goods came back; if they did not, reverse the credit note in Sage 200; nothing"
                            + " there is reversed by itself");
        }
        return reason(
                "It was cancelled in Centra after it was " + deed + ": " + totals(),
                before.givenUp()
                        ? "If it was entered in Sage 200 by hand, cancel it there as well; nothing is sent by itself"
                        : Objects.requireNonNullElse(now.proposal(), "Cancel the order in Sage 200")
                                + ", or have the goods returned and credit it if they are on their way;"
                                + " nothing there is cancelled by itself");
    }

    Reason unreadable() {
        return reason("It changed in Centra and can no longer be read: " + totals(), corrected());
    }

    /** @param printed the parts that are printed and are others now */
    Reason otherContent(List<String> printed) {
        String also = printed.isEmpty() ? "" : "; the " + list(printed) + " changed as well";
        return reason(
                "It has other content in Centra than when it was " + deed + ": " + totals() + moreOrLess() + also,
                corrected());
    }

    Reason otherPrint(List<String> printed) {
        return reason(
                "The " + list(printed) + " changed in Centra after it was " + deed
                        + ", its lines and amounts did not: version " + now.version() + " is there now; " + deed
                        + " was version " + before.version(),
                before.givenUp()
                        ? corrected()
                        : "Read both versions (cx or an administrator may), and change the order in Sage 200 before the parcel is"
                                + " sent; if it is on its way, have it stopped. Nothing there is overwritten by itself");
    }

    private String corrected() {
        return before.givenUp()
                ? "If it was entered in Sage 200 by hand, correct it there as well; nothing is sent by itself"
                : Objects.requireNonNullElse(now.proposal(), "Compare both sides and correct the document in Sage 200")
                        + "; nothing there is overwritten by itself";
    }

    private static Reason reason(String what, String remedy) {
        return new Reason("CHANGED_AFTER_POSTING", Owner.OPERATIONS, what, remedy);
    }

    /** How much more it comes to now; all of it where the currencies differ. */
    Money difference() {
        return isComparable() ? now.amount().minus(before.amount()) : before.amount();
    }

    private boolean isComparable() {
        return now.amount().currency().equals(before.amount().currency());
    }

    private String totals() {
        return "version " + now.version() + " comes to " + now.amount() + "; " + deed + " was version "
                + before.version() + " with " + before.amount();
    }

    private String moreOrLess() {
        if (!isComparable()) {
            return "";
        }
        Money difference = difference();
        return difference.isZero()
                ? "; the same total"
                : "; " + difference.abs() + (difference.isNegative() ? " less" : " more") + " in Centra now";
    }

    /** {@code comments, contact details and delivery address}. */
    private static String list(List<String> parts) {
        int last = parts.size() - 1;
        return last == 0 ? parts.get(0) : String.join(", ", parts.subList(0, last)) + " and " + parts.get(last);
    }
}
