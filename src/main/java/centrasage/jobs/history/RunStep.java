package centrasage.jobs.history;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One step of a run.
 *
 * @param status a batch status of JSR-352
 * @param read how many items a step that goes item by item has read; 0 of one that does its work at once
 * @param written how many of them it has kept
 * @param commits at how many points it could have been ended without losing anything
 */
public record RunStep(
        String name,
        String status,
        @Nullable Instant started,
        @Nullable Instant ended,
        long read,
        long written,
        long commits) {
    public boolean isDone() {
        return status.equals("COMPLETED");
    }

    public boolean isRunning() {
        return status.equals("STARTED") || status.equals("STARTING") || status.equals("STOPPING");
    }
}
