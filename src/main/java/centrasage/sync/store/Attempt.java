package centrasage.sync.store;

import centrasage.flow.Outcome;
import centrasage.sync.posting.Unanswered;
import java.time.Instant;
import java.util.List;
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

    /** Whether the other side has said something clear to it; a send that did not reach it says nothing. */
    private boolean isAnswered() {
        return !isUnanswered() && !outcome.equals(Outcome.Unavailable.class.getSimpleName());
    }

    /** Those of a posting, oldest first, to which no answer came. */
    public static Unanswered unanswered(List<Attempt> attempts) {
        int inARow = 0;
        for (Attempt attempt : attempts) {
            if (attempt.isAnswered()) {
                inARow = 0;
            } else if (attempt.isUnanswered()) {
                inARow++;
            }
        }
        return new Unanswered(
                attempts.stream()
                        .filter(Attempt::isUnanswered)
                        .map(Attempt::startedAt)
                        .toList(),
                inARow);
    }
}
