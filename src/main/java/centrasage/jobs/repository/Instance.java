package centrasage.jobs.repository;

import java.time.Instant;
import java.util.List;

/**
 * One start of a job with all its restarts. The batch runtime reads them together at a restart, so they go together or not
 * at all.
 *
 * @param executions oldest first; empty while the start is being written
 */
public record Instance(long id, List<Execution> executions) {

    public record Execution(long id, boolean finished, Instant created) {}

    /** Whether it began before this moment. */
    public boolean beganBefore(Instant limit) {
        return executions.isEmpty() || executions.get(0).created().isBefore(limit);
    }

    /** Whether nothing of it runs, and all of it is older than this moment. */
    public boolean isPastBefore(Instant limit) {
        return !executions.isEmpty()
                && executions.stream()
                        .allMatch(execution ->
                                execution.finished() && execution.created().isBefore(limit));
    }
}
