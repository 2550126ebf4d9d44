package centrasage.sage200.client;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A despatch as Sage 200 sent it, to be staged before anything judges it.
 *
 * @param key company and number, such as {@code 33/0000000012}
 * @param order the customer document number of its order, such as {@code C10234}
 * @param updatedAt when Sage last touched it; null where that cannot be read
 * @param text its rows as received
 * @param content the same without the moment of change
 */
public record RawDespatch(
        String key, String order, @Nullable Instant updatedAt, String text, String content) {

    /** Personal data must not end in a log. */
    @Override
    public String toString() {
        return "RawDespatch[key=" + key + ", order=" + order + ", updatedAt=" + updatedAt + "]";
    }
}
