package centrasage.simulator.centra.shipping;

import centrasage.simulator.centra.shipment.Shipment;
import centrasage.simulator.centra.state.CentraOrder;
import centrasage.simulator.trade.Payment;
import org.jspecify.annotations.Nullable;

/**
 * An order and one of its shipments after an attempt to take the money for it.
 *
 * @param entry what the payment history got, null when there was nothing to ask the payment provider for
 * @param failure why the money was not taken, in the provider's words; null when it was
 */
record Captured(
        CentraOrder order,
        Shipment shipment,
        @Nullable Payment entry,
        @Nullable String failure) {
    static Captured nothingTaken(CentraOrder order, Shipment shipment) {
        return new Captured(order, shipment, null, null);
    }
}
