package centrasage.simulator.centra.shipping;

import centrasage.simulator.centra.shipment.OrderShipping;
import centrasage.simulator.centra.shipment.Shipment;
import centrasage.simulator.centra.state.CentraOrder;
import centrasage.simulator.trade.Line;
import java.math.BigInteger;
import java.util.Map;

/**
 * What a shipment's part of the customer's total is. Centra's own apportioning is not documented: here the shipments share the
 * total by the values of their lines, and the last one takes what is left, so that they always add up (inferred).
 */
final class ShipmentValue {
    private ShipmentValue() {}

    static long of(CentraOrder order, Map<Integer, Integer> quantities) {
        long earlier = order.shipping().shipments().stream()
                .mapToLong(Shipment::valueMinor)
                .sum();
        long left = Math.max(0, order.totals().grand() - earlier);
        long all = 0;
        long part = 0;
        boolean last = true;
        for (Line line : order.trade().basket().lines()) {
            int taken = quantities.getOrDefault(line.id(), 0);
            all += weight(order, line, line.quantity());
            part += weight(order, line, taken);
            last &= order.shipping().remaining(line) <= taken;
        }
        return last || all == 0 ? left : Math.min(left, share(order.totals().grand(), part, all));
    }

    private static long weight(CentraOrder order, Line line, int quantity) {
        boolean weighs = OrderShipping.isShippable(line);
        return weighs && line.quantity() > 0 ? line.valueMinor() * quantity / line.quantity() : 0;
    }

    private static long share(long total, long part, long all) {
        return BigInteger.valueOf(total)
                .multiply(BigInteger.valueOf(part))
                .divide(BigInteger.valueOf(all))
                .longValueExact();
    }
}
