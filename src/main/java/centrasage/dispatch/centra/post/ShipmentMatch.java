package centrasage.dispatch.centra.post;

import centrasage.centra.MadeShipment;
import centrasage.centra.NewShipment;
import centrasage.centra.NewShipmentJson;
import centrasage.centra.ShippableOrder;
import centrasage.centra.client.CentraShipping;
import centrasage.flow.Document;
import centrasage.flow.Finding;
import centrasage.flow.Owner;
import centrasage.flow.Reason;
import centrasage.flow.Sought;
import java.util.List;
import java.util.Set;

/**
 * What an order in Centra means for one despatch of Sage's: a shipment whose message carries the despatch's number is ours. Without
 * one, it can be made where the order stands open for it; after a doubt only where no other is there that may be it.
 */
final class ShipmentMatch {
    private static final Set<String> OPEN = Set.of("CONFIRMED", "PROCESSING");

    private final Sought sought;
    private final ShippableOrder order;
    private final String despatch;

    ShipmentMatch(Sought sought, ShippableOrder order) {
        this.sought = sought;
        this.order = order;
        this.despatch = sought.key().sourceKey();
    }

    Finding judge() {
        List<MadeShipment> ours = order.of(despatch);
        if (ours.size() > 1) {
            return new Finding.Several(ours.stream().map(this::document).toList());
        }
        if (sought.command().isErased()) {
            return ours.isEmpty() ? new Finding.Absent() : new Finding.Found(document(ours.get(0)));
        }
        NewShipment shipment = NewShipmentJson.read(sought.command().document());
        return ours.isEmpty() ? without(shipment) : with(ours.get(0), shipment);
    }

    private Document document(MadeShipment made) {
        return CentraShipping.document(sought.command().amount(), made);
    }

    private Finding with(MadeShipment ours, NewShipment shipment) {
        boolean same = shipment.lines().stream()
                .allMatch(line -> line.quantity()
                        == line.from().stream()
                                .mapToInt(id -> ours.quantities().getOrDefault(id, 0))
                                .sum());
        return same
                ? new Finding.Found(document(ours))
                : new Finding.Different(
                        List.of(document(ours)),
                        reason(
                                "OTHER_SHIPMENT_UNDER_KEY",
                                "Shipment " + ours.number() + " in Centra says that it is Sage 200 despatch " + despatch
                                        + ", and holds something else",
                                "Correct the shipment in AMS, or take " + despatch
                                        + " out of its additional message if it is another parcel, then plan again"));
    }

    private Finding without(NewShipment shipment) {
        if (!sought.evidence().isEmpty()) {
            ShipmentEvidence before = ShipmentEvidence.read(sought.evidence());
            List<MadeShipment> unsaid =
                    order.shipments().stream().filter(before::mayBe).toList();
            if (!unsaid.isEmpty()) {
                return new Finding.Different(List.of(), unsaid(unsaid.get(0)));
            }
        }
        return openFor(shipment);
    }

    private Reason unsaid(MadeShipment shipment) {
        return reason(
                "SHIPMENT_WITHOUT_NUMBER",
                "Sage 200 despatch " + despatch + " was sent to Centra and no answer came; since then shipment "
                        + shipment.number() + " is there with the same goods, and without the number of a despatch",
                "If that shipment is this parcel, write " + despatch
                        + " into its additional message in AMS, then plan again: it is taken for this one. If it is another"
                        + " parcel, plan again: then this one is made");
    }

    private Finding openFor(NewShipment shipment) {
        if (order.status().equals("PENDING")) {
            return new Finding.Blocked(List.of(reason(
                    "ORDER_NOT_CONFIRMED",
                    "Order " + order.number() + " is not confirmed in Centra, and despatch " + despatch + " has left",
                    "Confirm the order in AMS; the shipment is made by itself then")));
        }
        if (order.onHold()) {
            return new Finding.Blocked(List.of(onHold(order, despatch)));
        }
        ShipmentPicking picking = new ShipmentPicking(shipment, order);
        boolean open = OPEN.contains(order.status());
        return open && picking.missing().isEmpty()
                ? new Finding.Absent(
                        ShipmentEvidence.of(picking.picked(), order).text())
                : new Finding.Different(List.of(), notOutstanding(picking));
    }

    static Reason onHold(ShippableOrder order, String despatch) {
        return reason(
                "ORDER_STOPPED_IN_CENTRA",
                "Order " + order.number() + " is on hold in Centra, so that despatch " + despatch
                        + ", which has left, cannot be shipped there",
                "Find out why it was stopped, and release it in AMS; it is tried again by itself");
    }

    private Reason notOutstanding(ShipmentPicking picking) {
        return reason(
                "NOT_OUTSTANDING",
                "Order " + order.number() + " is " + order.status() + " in Centra"
                        + (picking.missing().isEmpty() ? "" : ": " + String.join("; ", picking.missing())),
                "Look at the order's shipments in AMS. If somebody shipped this parcel there by hand, write " + despatch
                        + " into the additional message of that shipment, then plan again: it is taken for this one");
    }

    private static Reason reason(String code, String what, String remedy) {
        return new Reason(code, Owner.OPERATIONS, what, remedy);
    }
}
