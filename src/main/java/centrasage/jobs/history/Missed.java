package centrasage.jobs.history;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Times at which a job was due and did not begin.
 *
 * @param first the first of them
 * @param last the last of them
 * @param madeUp when a run began that did their work; null while none has
 */
public record Missed(
        Instant first, Instant last, long times, @Nullable Instant madeUp) {}
