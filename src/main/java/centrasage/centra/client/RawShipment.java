package centrasage.centra.client;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One shipment as Centra sent it, to be staged before anything judges it.
 *
 * @param number such as {@code 10234-1}
 * @param order the number of its order
 * @param updatedAt as in {@link RawOrder}
 * @param text as in {@link RawOrder}
 * @param content as in {@link RawOrder}
 */
public record RawShipment(
        String number, long order, @Nullable Instant updatedAt, String text, String content) {

    /** Personal data must not end in a log. */
    @Override
    public String toString() {
        return "RawShipment[number=" + number + ", order=" + order + ", updatedAt=" + updatedAt + "]";
    }
}
