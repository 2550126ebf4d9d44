package centrasage.simulator.centra.shipping;

import centrasage.simulator.centra.shipment.Shipment;
import centrasage.simulator.centra.shipment.ShippedLine;
import centrasage.simulator.centra.shipment.Warehouse;
import centrasage.simulator.centra.state.CentraOrder;
import centrasage.simulator.centra.state.CentraState;
import centrasage.simulator.centra.state.OrderShipment;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** What the shop's own warehouse does: packs, takes the money, hands over, and corrects what it wrote down. */
final class WarehouseWork {
    private final CentraState state;
    private final Shipments shipments;

    WarehouseWork(CentraState state, Shipments shipments) {
        this.state = state;
        this.shipments = shipments;
    }

    /** Where the money cannot be taken, the goods stay and the shipment waits. */
    OrderShipment ship(ShipmentOrder wanted) {
        CentraOrder order = state.order(wanted.order());
        boolean onAccount = order != null && order.trade().payments().isEmpty();
        Shipments.Done created = shipments.create(new NewShipment(
                wanted.order(),
                wanted.quantities(),
                wanted.flag("goodToGo", true),
                onAccount,
                !onAccount && wanted.flag("capture", true),
                null,
                null,
                wanted.parcel(),
                null,
                wanted.warehouse()));
        Shipment made = created.row().shipment();
        boolean leaves = wanted.flag("complete", true) && made.payment().paid() && made.goodToGo();
        return leaves ? complete(made.id(), wanted, UnaryOperator.identity()) : created.row();
    }

    OrderShipment amend(int id, ShipmentOrder wanted) {
        UnaryOperator<Shipment> amendment = shipment -> from(
                wanted.warehouse(),
                shipment.withGoodToGo(wanted.flag("goodToGo", shipment.goodToGo()))
                        .withParcel(shipment.parcel().amendedBy(wanted.parcel())));
        OrderShipment before = state.shipment(id);
        if (wanted.flag("capture", false)) {
            shipments.capture(id);
        }
        boolean leaves = wanted.flag("complete", false)
                && before != null
                && !before.shipment().shipped();
        return leaves ? complete(id, wanted, amendment) : shipments.amend(id, amendment);
    }

    private OrderShipment complete(int id, ShipmentOrder wanted, UnaryOperator<Shipment> amendment) {
        return shipments.complete(id, wanted.shippedAt(state.now()), amendment);
    }

    private static Shipment from(@Nullable Warehouse warehouse, Shipment shipment) {
        return warehouse == null
                ? shipment
                : shipment.withLines(shipment.lines().stream()
                        .map(line -> new ShippedLine(line.id(), line.orderLine(), line.quantity(), warehouse))
                        .toList());
    }
}
