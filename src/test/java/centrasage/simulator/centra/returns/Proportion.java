package centrasage.simulator.centra.returns;

import centrasage.simulator.centra.shipment.Return;
import centrasage.simulator.centra.shipment.Shipment;
import centrasage.simulator.centra.shipment.ShippedLine;
import centrasage.simulator.centra.state.CentraOrder;
import centrasage.simulator.trade.Taxed;
import java.util.Map;

/** What fair staff gives back beside the goods: of the vouchers it keeps as much as falls on what comes back. */
final class Proportion {
    private final CentraOrder order;
    private final Shipment shipment;
    private final Map<Integer, Integer> quantities;
    private final ShipmentWorth worth;

    Proportion(CentraOrder order, Shipment shipment, Map<Integer, Integer> quantities) {
        this.order = order;
        this.shipment = shipment;
        this.quantities = Map.copyOf(quantities);
        this.worth = new ShipmentWorth(order, shipment);
    }

    NewReturn.Charges charges(boolean withShipping) {
        NewReturn.Charge charge = withShipping ? NewReturn.Charge.ALL : NewReturn.Charge.NONE;
        return new NewReturn.Charges(charge, charge, NewReturn.Charge.of(voucher(withShipping)));
    }

    /** The vouchers' part for shipping goes with the shipping, once. */
    private long voucher(boolean withShipping) {
        long left = Taxed.minor(worth.voucher());
        boolean shippingLeft = true;
        long goods = 0;
        for (Return made : order.shipping().returnsOf(shipment)) {
            left -= Taxed.minor(made.amounts().voucher());
            shippingLeft &= made.amounts().shipping().isEmpty();
            goods -= Taxed.minor(made.goods());
        }
        long onShipping = shippingLeft ? Math.min(left, worth.shippingVoucherMinor()) : 0;
        long back = 0;
        for (ShippedLine line : shipment.lines()) {
            long minor = worth.of(line).minor();
            goods += minor;
            back += Parts.part(minor, quantities.getOrDefault(line.id(), 0), line.quantity());
        }
        long onGoods = goods <= back ? left - onShipping : Parts.part(left - onShipping, back, goods);
        return onGoods + (withShipping ? onShipping : 0);
    }
}
