package centrasage.sync.changes;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How far it is worked out what a change would do.
 *
 * @param seenAt when whoever works it out was last seen to
 * @param looked how many documents were looked at
 * @param result null while it is not done; why not, where it failed
 */
public record StoredImpact(
        State state,
        Instant startedAt,
        Instant seenAt,
        int looked,
        @Nullable String result) {

    public enum State {
        RUNNING,
        DONE,
        FAILED
    }
}
