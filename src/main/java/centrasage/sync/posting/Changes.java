package centrasage.sync.posting;

import centrasage.flow.Plan;
import centrasage.flow.Reason;
import centrasage.flow.Sha256;
import centrasage.money.Money;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Whether a document that was posted, or given up, has changed since in a way that a person must know. */
public final class Changes {
    /** The planner's code for an order cancelled at the source. */
    public static final String CANCELLED = "ORDER_CANCELLED";

    /** What is gone at the source, as the planners say it. */
    private static final Set<String> GONE =
            Set.of(CANCELLED, "NO_PAYMENT_ANY_MORE", "NO_REFUND_ANY_MORE", "RETURN_NOT_COMPLETED", "RETURN_DELETED");

    /** The fingerprint of what was cancelled on the other side as well. */
    public static final String CONTENT_CANCELLED = "cancelled";

    private static final String CONTENT_UNREADABLE = "unreadable";

    private Changes() {}

    /**
     * What was true when it was posted or given up.
     *
     * @param givenUp by a person, rather than posted
     * @param version of the source document
     * @param fingerprint of its content; null where it could not be read
     * @param marks of what is printed of it; unknown where it was planned before they were kept
     */
    public record Before(
            boolean givenUp,
            int version,
            Money amount,
            @Nullable String fingerprint,
            Marks marks) {}

    /**
     * What it has become.
     *
     * @param content what it is now, in one word: who was told of it need not be told again, however often it comes
     * @param difference the money by which both sides differ, not negative: all of it once it is cancelled or cannot be read
     */
    public record Change(String content, Money difference, Reason reason) {}

    /**
     * Compares what was posted with what the source says now. What the mappings or the settings say now is no change, nor is a
     * hold, a status or a number that we wrote ourselves.
     *
     * @param marks of what is printed of it now
     */
    public static Optional<Change> since(Before before, Planned now, Marks marks) {
        ChangeWords words = new ChangeWords(before, now);
        if (now.plan() instanceof Plan.Skip skip && GONE.contains(skip.reason().code())) {
            return CONTENT_CANCELLED.equals(before.fingerprint())
                    ? Optional.empty()
                    : Optional.of(changed(CONTENT_CANCELLED, before.amount(), words.cancelled()));
        }
        if (now.fingerprint() == null) {
            return now.plan() instanceof Plan.Skip
                    ? Optional.empty()
                    : Optional.of(changed(CONTENT_UNREADABLE, before.amount(), words.unreadable()));
        }
        List<String> printed = marks.otherThan(before.marks());
        return now.fingerprint().equals(before.fingerprint())
                ? samePrice(before, now.fingerprint(), marks, printed, words)
                : Optional.of(changed(
                        content(now.fingerprint(), marks, printed), words.difference(), words.otherContent(printed)));
    }

    private static Optional<Change> samePrice(
            Before before, String fingerprint, Marks marks, List<String> printed, ChangeWords words) {
        return printed.isEmpty()
                ? Optional.empty()
                : Optional.of(changed(
                        content(fingerprint, marks, printed),
                        Money.zero(before.amount().currency()),
                        words.otherPrint(printed)));
    }

    /** Of what is printed as it was, the fingerprint says all: what people were told before marks were kept is told once. */
    private static String content(String fingerprint, Marks marks, List<String> printed) {
        return printed.isEmpty() ? fingerprint : Sha256.hex(fingerprint + "\n" + marks.text());
    }

    /** Whether it says for certain that the document is again what was posted or given up. */
    public static boolean isAsBefore(Before before, Planned now, Marks marks) {
        return now.fingerprint() != null
                && now.fingerprint().equals(before.fingerprint())
                && marks.parts().keySet().containsAll(before.marks().parts().keySet())
                && since(before, now, marks).isEmpty();
    }

    private static Change changed(String content, Money difference, Reason reason) {
        return new Change(content, difference.abs(), reason);
    }
}
