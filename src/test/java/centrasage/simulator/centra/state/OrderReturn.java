package centrasage.simulator.centra.state;

import centrasage.simulator.centra.shipment.Return;
import centrasage.simulator.centra.shipment.Shipment;
import centrasage.simulator.trade.Payment;
import java.util.List;
import java.util.Objects;

/** A return together with the order it belongs to, both as they are now. */
public record OrderReturn(CentraOrder order, Return made) {

    public Shipment shipment() {
        return order.shipping().shipments().stream()
                .filter(shipment -> shipment.id() == made.shipment())
                .findFirst()
                .orElseThrow();
    }

    /** What the payment history holds about the refund of it. */
    public List<Payment> refunds() {
        return order.trade().payments().stream()
                .filter(entry -> Objects.equals(entry.origin().returned(), made.id()))
                .toList();
    }

    /** What the customer gets back by it, in minor units. */
    public long grand() {
        return made.grand(order.trade().basket().taxMode());
    }
}
