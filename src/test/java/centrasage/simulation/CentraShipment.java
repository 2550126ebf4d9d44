package centrasage.simulation;

import centrasage.centra.Shipment;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A parcel as the model of Centra holds it. */
final class CentraShipment {
    final CentraOrder order;
    final String number;
    final Map<Long, Integer> quantities;
    final Listed<Shipment> listed = new Listed<>();
    Shipment.Tracking tracking;

    @Nullable
    Instant shippedAt;

    CentraShipment(CentraOrder order, int count, Map<Long, Integer> quantities, Shipment.Tracking tracking) {
        this.order = order;
        this.number = order.number + "-" + count;
        this.quantities = new TreeMap<>(quantities);
        this.tracking = tracking;
    }

    boolean isCompleted() {
        return shippedAt != null;
    }

    /** Whether it was once said to travel by a courier that Sage has, and later by one that Sage does not have. */
    boolean hasLostItsCourier() {
        boolean known = false;
        for (Listed.Version<Shipment> version : listed.versions()) {
            boolean isKnown =
                    Shop.COURIERS.containsKey(version.document().tracking().carrier());
            if (known && !isKnown) {
                return true;
            }
            known = known || isKnown;
        }
        return false;
    }

    /** How much of a product is in it. */
    Map<String, Integer> byProduct() {
        Map<String, Integer> byProduct = new TreeMap<>();
        order.lines.forEach(line -> {
            int quantity = quantities.getOrDefault(line.id, 0);
            if (quantity > 0) {
                byProduct.merge(line.product, quantity, Integer::sum);
            }
        });
        return byProduct;
    }

    long total() {
        return order.lines.stream()
                .mapToLong(line -> (long) line.pennies * quantities.getOrDefault(line.id, 0))
                .sum();
    }

    Shipment shown() {
        return new Shipment(
                1,
                number,
                order.number,
                order.createdAt,
                isCompleted(),
                shippedAt,
                tracking,
                false,
                1,
                CentraOrder.pounds(total()),
                "GBP",
                quantities.entrySet().stream()
                        .map(line -> new Shipment.Line(line.getKey(), "ProductOrderLine", line.getValue(), List.of()))
                        .toList(),
                order.lines.stream()
                        .map(line -> new Shipment.Ordered(line.id, line.product))
                        .toList());
    }
}
