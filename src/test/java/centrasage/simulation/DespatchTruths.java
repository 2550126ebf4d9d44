package centrasage.simulation;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** What must hold of despatches. */
final class DespatchTruths {
    private final World world;
    private final Set<String> told;

    DespatchTruths(World world, Set<String> told) {
        this.world = world;
        this.told = told;
    }

    void hold() {
        world.sage().orders().stream().filter(SageOrder::isLive).forEach(this::neverMore);
        world.sage().despatches().forEach(this::itsOwn);
        world.centra()
                .orders()
                .forEach(order -> live(world, order)
                        .ifPresent(there -> order.shipments.stream()
                                .filter(CentraShipment::isCompleted)
                                .forEach(shipment -> shipment(shipment, there))));
    }

    static Optional<SageOrder> live(World world, CentraOrder order) {
        return world.sage().under("C" + order.number).stream()
                .filter(SageOrder::isLive)
                .findFirst();
    }

    /** Whether Sage's order, which may be of an earlier version that a person was told of, has not enough for all that has left. */
    static boolean isBeyond(CentraOrder order, SageOrder there, Set<String> told) {
        Map<String, Integer> ordered = new HashMap<>();
        there.lines.stream()
                .filter(SageOrder.Line::isGoods)
                .forEach(line -> ordered.merge(line.product(), line.quantity, Integer::sum));
        Map<String, Integer> left = new HashMap<>();
        order.shipments.forEach(shipment ->
                shipment.byProduct().forEach((product, quantity) -> left.merge(product, quantity, Integer::sum)));
        return told.contains(Long.toString(order.number))
                && left.entrySet().stream()
                        .anyMatch(product -> product.getValue() > ordered.getOrDefault(product.getKey(), 0));
    }

    private void shipment(CentraShipment shipment, SageOrder there) {
        List<SageDespatch> ours = world.sage().despatches().stream()
                .filter(despatch -> despatch.shipment().equals(shipment.number))
                .toList();
        if (ours.isEmpty() && isBeyond(shipment.order, there, told)) {
            return;
        }
        Truths.require(
                ours.size() == 1, Truth.ONE_DESPATCH, shipment.number + " has " + ours.size() + " despatches in Sage");
        SageDespatch despatch = ours.get(0);
        Map<String, Integer> quantities = new TreeMap<>();
        there.lines.stream()
                .filter(line -> despatch.quantities.containsKey(line.id))
                .forEach(line -> quantities.merge(line.product(), despatch.quantities.get(line.id), Integer::sum));
        Truths.require(
                quantities.equals(shipment.byProduct()),
                Truth.QUANTITIES,
                shipment.number + " holds " + shipment.byProduct() + " and its despatch " + quantities);
        tracking(shipment, despatch);
    }

    private static void tracking(CentraShipment shipment, SageDespatch despatch) {
        boolean known = Shop.COURIERS.containsKey(shipment.tracking.carrier());
        Truths.require(
                despatch.consignment.equals(shipment.tracking.number())
                        && (known
                                ? despatch.courier.equals(shipment.tracking.carrier())
                                        && despatch.notes.equals(shipment.number)
                                : despatch.notes.equals(shipment.number + " " + shipment.tracking.carrier())),
                Truth.TRACKING,
                shipment.number + " travels as " + shipment.tracking + " and its despatch by " + despatch.courier
                        + " as " + despatch.consignment + " with the notes " + despatch.notes);
    }

    private void itsOwn(SageDespatch despatch) {
        boolean itsOwn = world.centra()
                .shipments()
                .filter(CentraShipment::isCompleted)
                .filter(shipment -> shipment.number.equals(despatch.shipment()))
                .anyMatch(shipment -> world.sage().orders().stream()
                        .anyMatch(
                                order -> order.id == despatch.order && order.key.equals("C" + shipment.order.number)));
        Truths.require(
                itsOwn, Truth.ITS_OWN_SHIPMENT, "despatch " + despatch.id + " is of no shipment " + despatch.notes);
    }

    private void neverMore(SageOrder order) {
        for (SageOrder.Line line : order.lines) {
            Truths.require(
                    line.despatched <= line.quantity,
                    Truth.NEVER_MORE,
                    order.key + ": " + line.despatched + " of " + line.quantity + " " + line.code + " are despatched");
        }
    }
}
