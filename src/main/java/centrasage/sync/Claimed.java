package centrasage.sync;

import centrasage.flow.Command;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A due posting in the hands of one worker, which holds the lease of its business object.
 *
 * @param holder who holds the lease
 * @param version the version of the source document that was planned; a newer plan makes this claim void
 * @param attempts how often it was sent before
 * @param doubtSince since when it is in doubt; null when it is not
 * @param targetNumber the other side's number of the document that is linked; null until it is posted
 */
public record Claimed(
        long postingId,
        String holder,
        Command command,
        int version,
        int attempts,
        boolean everInDoubt,
        @Nullable Instant doubtSince,
        @Nullable String targetNumber) {}
