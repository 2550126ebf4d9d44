package centrasage.centra.client;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One order as Centra sent it, to be staged before anything judges it.
 *
 * @param updatedAt when Centra last touched it, or made it where it was never touched; null where that cannot be read
 * @param text the canonical text of the node: JSON without insignificant white space, the members in the order of our
 *     query, every number with the digits that Centra wrote. Equal nodes have equal texts, so it may be hashed.
 */
public record RawOrder(long number, @Nullable Instant updatedAt, String text) {

    /** Personal data must not end in a log. */
    @Override
    public String toString() {
        return "RawOrder[number=" + number + ", updatedAt=" + updatedAt + "]";
    }
}
