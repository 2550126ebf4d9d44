package centrasage.simulator.centra.schema;

import centrasage.simulator.centra.shipment.OrderShipping;
import centrasage.simulator.centra.shipment.Shipment;
import centrasage.simulator.centra.shipment.ShippedLine;
import centrasage.simulator.centra.shipment.Warehouse;
import centrasage.simulator.centra.stock.OrderUnits;
import centrasage.simulator.trade.Line;
import graphql.schema.idl.RuntimeWiring;
import java.util.ArrayList;
import java.util.List;

/**
 * From which warehouse the units of a line come: for those in a shipment the one they leave from, for the rest the one that
 * keeps them for the order. That an allocation stays to be seen once its goods have left is inferred.
 */
final class AllocationFields {
    record Allocation(int id, int quantity, Warehouse warehouse) {}

    private AllocationFields() {}

    static void addTo(RuntimeWiring.Builder wiring) {
        new Fields<Allocation>()
                .with("id", Allocation::id)
                .with("quantity", Allocation::quantity)
                .with("warehouse", Allocation::warehouse)
                .addTo(wiring, "Allocation");
    }

    static List<Allocation> of(ShipmentFields.Packed packed) {
        return List.of(allocation(packed.line()));
    }

    static List<Allocation> of(LineFields.OrderLine view) {
        List<Allocation> allocations = new ArrayList<>();
        Line line = view.line();
        OrderShipping shipping = view.order().shipping();
        for (Shipment shipment : shipping.shipments()) {
            shipment.lines().stream()
                    .filter(shipped -> shipped.orderLine() == line.id())
                    .forEach(shipped -> allocations.add(allocation(shipped)));
        }
        int waiting = OrderUnits.keepsStock(view.order().standing().status()) ? shipping.remaining(line) : 0;
        if (waiting > 0) {
            allocations.add(new Allocation(line.id(), waiting, shipping.allocatedFrom()));
        }
        return allocations;
    }

    private static Allocation allocation(ShippedLine line) {
        return new Allocation(line.id(), line.quantity(), line.warehouse());
    }
}
