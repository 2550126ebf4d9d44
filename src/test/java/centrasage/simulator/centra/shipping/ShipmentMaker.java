package centrasage.simulator.centra.shipping;

import centrasage.simulator.centra.shipment.Shipment;
import centrasage.simulator.centra.shipment.ShipmentPayment;
import centrasage.simulator.centra.shipment.ShippedLine;
import centrasage.simulator.centra.shipment.Warehouse;
import centrasage.simulator.centra.state.CentraOrder;
import centrasage.simulator.centra.state.Refused;
import centrasage.simulator.trade.Line;
import centrasage.simulator.trade.Standing;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Makes a shipment of what remains of an order, if the order lets it. */
final class ShipmentMaker {
    private final CentraOrder order;
    private final NewShipment wanted;

    ShipmentMaker(CentraOrder order, NewShipment wanted) {
        this.order = order;
        this.wanted = wanted;
    }

    /** Not paid and not shipped yet. */
    Shipment make(Instant now) {
        checkOrder();
        Map<Integer, Integer> quantities = wanted.quantities().isEmpty() ? everything() : wanted.quantities();
        quantities.forEach(this::checkLine);
        if (quantities.isEmpty()) {
            throw new ShippingRefused("Nothing of the order remains to be shipped", "input", "lines");
        }
        int sequence = order.shipping().shipments().size() + 1;
        if (sequence > Shipment.PER_ORDER_MAX) {
            throw Refused.notSimulated("more than " + Shipment.PER_ORDER_MAX + " shipments of an order");
        }
        return new Shipment(
                order.number(),
                sequence,
                lines(quantities, sequence),
                wanted.createdAt() == null ? now : wanted.createdAt(),
                now,
                wanted.goodToGo(),
                null,
                wanted.parcel(),
                wanted.paid() && !wanted.capture() ? ShipmentPayment.NONE.paidOutside(now) : ShipmentPayment.NONE,
                wanted.message(),
                ShipmentValue.of(order, quantities),
                Map.of());
    }

    private void checkOrder() {
        Standing.Status status = order.standing().status();
        if (status == Standing.Status.PENDING) {
            throw new ShippingRefused("Order must be confirmed before a shipment can be created", "input", "order");
        }
        if (status != Standing.Status.CONFIRMED && status != Standing.Status.PROCESSING) {
            throw new ShippingRefused("Order is " + status + " and cannot be shipped", "input", "order");
        }
        if (order.standing().onHold()) {
            throw new ShippingRefused("Order is on hold", "input", "order");
        }
    }

    private Map<Integer, Integer> everything() {
        Map<Integer, Integer> quantities = new TreeMap<>();
        for (Line line : order.trade().basket().lines()) {
            int remaining = order.shipping().remaining(line);
            if (remaining > 0) {
                quantities.put(line.id(), remaining);
            }
        }
        return quantities;
    }

    private void checkLine(int id, int quantity) {
        Line line = order.trade().basket().lines().stream()
                .filter(each -> each.id() == id)
                .findFirst()
                .orElseThrow(() -> new ShippingRefused("Could not find order line with ID " + id, "input", "lines"));
        int remaining = order.shipping().remaining(line);
        if (quantity < 1 || quantity > remaining) {
            throw new ShippingRefused(
                    "Quantity " + quantity + " of order line " + id + " cannot be shipped: " + remaining + " remain",
                    "input",
                    "lines");
        }
    }

    private List<ShippedLine> lines(Map<Integer, Integer> quantities, int sequence) {
        Warehouse from = wanted.from() == null ? order.shipping().allocatedFrom() : wanted.from();
        List<ShippedLine> lines = new ArrayList<>();
        new TreeMap<>(quantities)
                .forEach((line, quantity) -> lines.add(
                        new ShippedLine(Math.addExact(Math.multiplyExact(line, 10), sequence), line, quantity, from)));
        return lines;
    }
}
