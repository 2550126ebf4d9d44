package centrasage.sync.circuit;

import centrasage.flow.PostingState;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A cause for which documents are gathered.
 *
 * @param name the fingerprint of its cause
 * @param releasedAt since when the cause is over and what waited for it goes out again; null while it lasts
 */
public record OpenCircuit(
        String name, Cause cause, Instant since, @Nullable Instant releasedAt) {

    /** Whether the lanes send no more of its kind to its company, but probes. */
    public boolean stops() {
        return releasedAt == null && cause.failedAs() == PostingState.REFUSED;
    }
}
