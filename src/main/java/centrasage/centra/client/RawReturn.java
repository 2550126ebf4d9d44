package centrasage.centra.client;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One return as Centra sent it, to be staged before anything judges it.
 *
 * @param order the number of the order that it belongs to
 * @param orderTouchedAt when Centra last touched that order, which completing a return does (inferred); null where that cannot be read
 * @param text the canonical text of the node
 * @param content the same without the moment at which its order was touched
 */
public record RawReturn(long id, long order, @Nullable Instant orderTouchedAt, String text, String content) {

    /** Personal data must not end in a log. */
    @Override
    public String toString() {
        return "RawReturn[id=" + id + ", order=" + order + "]";
    }
}
