package centrasage.sync;

import centrasage.flow.Owner;
import centrasage.flow.Plan;
import centrasage.flow.Reason;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Whether a document that was posted has changed in a way that a person must know. */
final class Changes {
    /** The planner's code for an order cancelled at the source. */
    static final String CANCELLED = "ORDER_CANCELLED";

    private Changes() {}

    /** Compares what was posted with what the source says now; what the mappings or the settings say now is no change. */
    static Optional<Reason> since(@Nullable String postedFingerprint, Planned planned) {
        if (planned.plan() instanceof Plan.Skip skip) {
            return skip.reason().code().equals(CANCELLED)
                    ? Optional.of(changed("was cancelled in Centra after it was posted"))
                    : Optional.empty();
        }
        String now = planned.fingerprint();
        if (now == null) {
            return Optional.of(changed("changed in Centra and can no longer be read"));
        }
        return now.equals(postedFingerprint)
                ? Optional.empty()
                : Optional.of(changed("has other content in Centra than when it was posted"));
    }

    private static Reason changed(String how) {
        return new Reason(
                "CHANGED_AFTER_POSTING",
                Owner.OPERATIONS,
                "It " + how,
                "Compare both sides and correct the document in Sage 200; nothing there is overwritten by itself");
    }
}
