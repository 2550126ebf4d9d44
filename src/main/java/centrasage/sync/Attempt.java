package centrasage.sync;

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
        @Nullable String detail) {}
