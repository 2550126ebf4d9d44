package centrasage.simulator.centra.shipping;

import centrasage.simulator.centra.shipment.Parcel;
import centrasage.simulator.centra.shipment.Warehouse;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A shipment that somebody asks for.
 *
 * @param quantities units by line of the order; empty for all that remains
 * @param paid of money taken elsewhere; counts for nothing where {@code capture} is asked for
 * @param shippedAt of goods that have left already, else null
 * @param from null for the warehouse that the order is allocated from
 */
public record NewShipment(
        int order,
        Map<Integer, Integer> quantities,
        boolean goodToGo,
        boolean paid,
        boolean capture,
        @Nullable Instant createdAt,
        @Nullable Instant shippedAt,
        Parcel parcel,
        @Nullable String message,
        @Nullable Warehouse from) {
    public NewShipment {
        quantities = Map.copyOf(quantities);
    }
}
