package centrasage.dispatch.centra.post;

import centrasage.centra.NewShipment;
import centrasage.centra.ShippableOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Which lines of Centra's order a shipment takes: of several lines of one product, the first that has something left. */
final class ShipmentPicking {
    private final Map<Long, Integer> picked = new TreeMap<>();
    private final List<String> missing = new ArrayList<>();

    ShipmentPicking(NewShipment shipment, ShippableOrder order) {
        shipment.lines().forEach(line -> take(line, order));
        shipment.along().stream()
                .filter(line -> order.left(line) > 0)
                .forEach(line -> picked.put(line, order.left(line)));
    }

    private void take(NewShipment.Line wanted, ShippableOrder order) {
        int left = wanted.quantity();
        for (long line : wanted.from()) {
            int taken = Math.min(left, order.left(line));
            if (taken > 0) {
                picked.put(line, taken);
                left -= taken;
            }
        }
        if (left > 0) {
            missing.add(wanted.quantity() + " of product " + wanted.product() + " were despatched, and only "
                    + (wanted.quantity() - left) + " are still to be shipped");
        }
    }

    /** Quantities by the ids of the order's lines. */
    Map<Long, Integer> picked() {
        return picked;
    }

    /** What the order has not left, in words; empty where everything was found. */
    List<String> missing() {
        return missing;
    }
}
