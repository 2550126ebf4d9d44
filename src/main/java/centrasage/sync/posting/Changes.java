package centrasage.sync.posting;

import centrasage.flow.Owner;
import centrasage.flow.Plan;
import centrasage.flow.Reason;
import centrasage.money.Money;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Whether a document that was posted, or given up, has changed since in a way that a person must know. */
public final class Changes {
    /** The planner's code for an order cancelled at the source. */
    static final String CANCELLED = "ORDER_CANCELLED";

    private static final String CONTENT_CANCELLED = "cancelled";
    private static final String CONTENT_UNREADABLE = "unreadable";

    private Changes() {}

    /**
     * What was true when it was posted or given up.
     *
     * @param givenUp by a person, rather than posted
     * @param version of the source document
     * @param fingerprint of its content; null where it could not be read
     */
    public record Before(
            boolean givenUp,
            int version,
            Money amount,
            @Nullable String fingerprint) {
        private String deed() {
            return givenUp ? "given up here" : "posted";
        }
    }

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
     */
    public static Optional<Change> since(Before before, Planned now) {
        boolean skipped = now.plan() instanceof Plan.Skip;
        if (now.plan() instanceof Plan.Skip skip && skip.reason().code().equals(CANCELLED)) {
            return Optional.of(changed(CONTENT_CANCELLED, before.amount(), cancelled(before, now)));
        }
        if (now.fingerprint() == null) {
            String how = "It changed in Centra and can no longer be read: " + totals(before, now);
            return skipped
                    ? Optional.empty()
                    : Optional.of(changed(CONTENT_UNREADABLE, before.amount(), reason(how, before)));
        }
        return now.fingerprint().equals(before.fingerprint())
                ? Optional.empty()
                : Optional.of(changed(now.fingerprint(), difference(before, now), otherContent(before, now)));
    }

    /** Whether it says for certain that the document is again what was posted or given up. */
    public static boolean isAsBefore(Before before, Planned now) {
        return now.fingerprint() != null
                && now.fingerprint().equals(before.fingerprint())
                && since(before, now).isEmpty();
    }

    private static Change changed(String content, Money difference, Reason reason) {
        return new Change(content, difference.abs(), reason);
    }

    private static Money difference(Before before, Planned now) {
        return isComparable(before, now) ? now.amount().minus(before.amount()) : before.amount();
    }

    private static boolean isComparable(Before before, Planned now) {
        return now.amount().currency().equals(before.amount().currency());
    }

    private static Reason cancelled(Before before, Planned now) {
        String what = "It was cancelled in Centra after it was " + before.deed() + ": " + totals(before, now);
        String remedy = before.givenUp()
                ? "If it was entered in Sage 200 by hand, cancel it there as well; nothing is sent by itself"
                : "Cancel the order in Sage 200, or have the goods returned and credit it if they are on their way; nothing"
                        + " there is cancelled by itself";
        return new Reason("CHANGED_AFTER_POSTING", Owner.OPERATIONS, what, remedy);
    }

    private static Reason otherContent(Before before, Planned now) {
        String how = "It has other content in Centra than when it was " + before.deed() + ": " + totals(before, now);
        return reason(isComparable(before, now) ? how + "; " + moreOrLess(difference(before, now)) : how, before);
    }

    private static Reason reason(String what, Before before) {
        String remedy = before.givenUp()
                ? "If it was entered in Sage 200 by hand, correct it there as well; nothing is sent by itself"
                : "Compare both sides and correct the document in Sage 200; nothing there is overwritten by itself";
        return new Reason("CHANGED_AFTER_POSTING", Owner.OPERATIONS, what, remedy);
    }

    private static String totals(Before before, Planned now) {
        return "version " + now.version() + " comes to " + now.amount() + "; " + before.deed() + " was version "
                + before.version() + " with " + before.amount();
    }

    private static String moreOrLess(Money difference) {
        if (difference.isZero()) {
            return "the same total";
        }
        return difference.abs() + (difference.isNegative() ? " less" : " more") + " in Centra now";
    }
}
