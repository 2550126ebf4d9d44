package centrasage.centra.client;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One order as Centra sent it, to be staged before anything judges it.
 *
 * @param updatedAt when Centra last touched it, or made it where it was never touched; null where that cannot be read
 * @param text the canonical text of the node: JSON without insignificant white space, the members in the order of our
 *     query, every number with the digits that Centra wrote
 * @param content the same without the moment of change, which moves with every touch, our own writes included. Nodes that say
 *     the same have equal contents, so it may be hashed.
 */
public record RawOrder(long number, @Nullable Instant updatedAt, String text, String content) {

    /** One whose text does not say when it was changed. */
    public RawOrder(long number, @Nullable Instant updatedAt, String text) {
        this(number, updatedAt, text, text);
    }

    /** Personal data must not end in a log. */
    @Override
    public String toString() {
        return "RawOrder[number=" + number + ", updatedAt=" + updatedAt + "]";
    }
}
