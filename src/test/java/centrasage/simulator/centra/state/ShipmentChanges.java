package centrasage.simulator.centra.state;

import centrasage.simulator.centra.events.ChangeType;
import centrasage.simulator.centra.shipment.OrderShipping;
import centrasage.simulator.centra.shipment.Shipment;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What a change of an order did to its shipments. */
final class ShipmentChanges {
    private ShipmentChanges() {}

    /** The shipments after the change, those that it touched with the time of it. */
    static OrderShipping stamped(CentraOrder before, CentraOrder after, Instant at) {
        Map<Integer, Shipment> known = byId(before);
        OrderShipping shipping = after.shipping();
        for (Shipment shipment : shipping.shipments()) {
            if (!shipment.equals(known.get(shipment.id()))) {
                shipping = shipping.with(shipment.withUpdatedAt(at));
            }
        }
        return shipping;
    }

    /** One event for each shipment touched, by its id; one that is made and shipped at once is told as completed. */
    static Map<Integer, ChangeType> between(CentraOrder before, CentraOrder after) {
        Map<Integer, Shipment> known = byId(before);
        Map<Integer, ChangeType> changes = new TreeMap<>();
        for (Shipment shipment : after.shipping().shipments()) {
            Shipment old = known.get(shipment.id());
            if (!shipment.equals(old)) {
                changes.put(shipment.id(), change(old, shipment));
            }
        }
        return changes;
    }

    private static ChangeType change(@Nullable Shipment before, Shipment after) {
        if (after.shipped() && (before == null || !before.shipped())) {
            return ChangeType.COMPLETED;
        }
        return before == null ? ChangeType.CREATED : ChangeType.UPDATED;
    }

    private static Map<Integer, Shipment> byId(CentraOrder order) {
        return order.shipping().shipments().stream().collect(Collectors.toMap(Shipment::id, Function.identity()));
    }
}
