package centrasage.sync.store;

import centrasage.flow.Outcome;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One send of a posting.
 *
 * @param endedAt null while it runs, or when the process died
 * @param outcome as {@link centrasage.flow.Outcome} names it, or SENDING
 */
public record Attempt(
        int number,
        Instant startedAt,
        @Nullable Instant endedAt,
        String outcome,
        @Nullable String detail) {
    /** The outcome of a send whose end is not known yet. */
    public static final String SENDING = "SENDING";

    /** Whether it is the other side's secret what became of it: the answer was lost, or the process died. */
    public boolean isUnanswered() {
        return outcome.equals(SENDING) || outcome.equals(Outcome.InDoubt.class.getSimpleName());
    }
}
