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
     * Compares what was posted with what the source says now; what the mappings or the settings say now is no change. The
     * words name the version, so that they are new words whenever the source changes once more.
     */
    public static Optional<Reason> since(Before before, Planned now) {
        if (now.plan() instanceof Plan.Skip skip) {
            return skip.reason().code().equals(CANCELLED)
                    ? Optional.of(changed("was cancelled in Centra after it was " + before.deed(), before, now))
                    : Optional.empty();
        }
        if (now.fingerprint() == null) {
            return Optional.of(changed("changed in Centra and can no longer be read", before, now));
        }
        return now.fingerprint().equals(before.fingerprint())
                ? Optional.empty()
                : Optional.of(changed("has other content in Centra than when it was " + before.deed(), before, now));
    }

    private static Reason changed(String how, Before before, Planned now) {
        String remedy = before.givenUp()
                ? "If it was entered in Sage 200 by hand, correct it there as well; nothing is sent by itself"
                : "Compare both sides and correct the document in Sage 200; nothing there is overwritten by itself";
        return new Reason(
                "CHANGED_AFTER_POSTING",
                Owner.OPERATIONS,
                "It " + how + ": version " + now.version() + " comes to " + now.amount() + "; " + before.deed()
                        + " was version " + before.version() + " with " + before.amount(),
                remedy);
    }
}
