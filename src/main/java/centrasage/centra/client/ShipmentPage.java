package centrasage.centra.client;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of shipments in rising id, as {@link OrderPage} is one of orders.
 *
 * @param endCursor where the next page begins; never null when there is one
 * @param sentAt when Centra answered, by its own clock; null where it does not say
 */
public record ShipmentPage(
        List<RawShipment> shipments,
        @Nullable String endCursor,
        boolean hasNextPage,
        @Nullable Instant sentAt) {
    public ShipmentPage {
        shipments = List.copyOf(shipments);
    }
}
