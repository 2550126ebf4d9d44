package centrasage.simulator.centra.returns;

import centrasage.simulator.centra.shipment.OrderShipping;
import centrasage.simulator.centra.shipment.Shipment;
import centrasage.simulator.centra.shipment.ShippedLine;
import centrasage.simulator.centra.state.CentraOrder;
import centrasage.simulator.trade.Discount;
import centrasage.simulator.trade.Line;
import centrasage.simulator.trade.Taxed;
import centrasage.simulator.trade.Totals;
import java.util.List;

/**
 * What the goods of a shipment are worth, and its part of what is charged and taken off for the order as a whole, in the terms
 * of the order's price list. The parts of all shipments add up to the order. Centra's own apportioning is not documented: here
 * shipping and handling go with the first shipment, vouchers in proportion to the goods (inferred).
 */
public final class ShipmentWorth {
    private final CentraOrder order;
    private final Shipment shipment;

    public ShipmentWorth(CentraOrder order, Shipment shipment) {
        this.order = order;
        this.shipment = shipment;
    }

    public Taxed of(ShippedLine shipped) {
        return of(shipment, shipped);
    }

    private Taxed of(Shipment holder, ShippedLine shipped) {
        Line line = line(shipped);
        int before = order.shipping().shipments().stream()
                .filter(other -> other.sequence() < holder.sequence())
                .mapToInt(other -> other.quantityOf(line.id()))
                .sum();
        Taxed whole = worth(line);
        Taxed withThis = Parts.units(whole, before + shipped.quantity(), line.quantity());
        return Parts.minus(withThis, List.of(Parts.units(whole, before, line.quantity())));
    }

    private Line line(ShippedLine shipped) {
        return lines().stream()
                .filter(each -> each.id() == shipped.orderLine())
                .findFirst()
                .orElseThrow();
    }

    private List<Line> lines() {
        return order.trade().basket().lines();
    }

    /** The last item of a bundle makes up for what the shares of the items miss of its price. */
    private Taxed worth(Line line) {
        if (line.type() != Line.Type.BUNDLE_ITEM || !isLastItem(line)) {
            return taxed(line);
        }
        int index = lines().indexOf(line);
        int first = index;
        while (lines().get(first - 1).type() == Line.Type.BUNDLE_ITEM) {
            first--;
        }
        List<Taxed> others =
                lines().subList(first, index).stream().map(this::taxed).toList();
        Line bundle = lines().get(first - 1);
        return line.quantity() == bundle.quantity() ? Parts.minus(taxed(bundle), others) : taxed(line);
    }

    private boolean isLastItem(Line line) {
        int next = lines().indexOf(line) + 1;
        return next == lines().size() || lines().get(next).type() != Line.Type.BUNDLE_ITEM;
    }

    private Taxed taxed(Line line) {
        return new Taxed(
                line.vatPercent(),
                line.valueMinor(),
                line.taxMinor(order.trade().basket().taxMode()));
    }

    List<Taxed> shipping() {
        return isFirst() ? totals().shipping() : List.of();
    }

    List<Taxed> handling() {
        return isFirst() ? totals().handling() : List.of();
    }

    List<Taxed> voucher() {
        List<Taxed> all = totals().discounts();
        long before = vouchersBefore(shipment.sequence());
        List<Taxed> left = Parts.minus(all, Parts.of(all, before));
        return Parts.of(left, vouchersBefore(shipment.sequence() + 1) - before);
    }

    /** The part of the vouchers that was given to lessen the cost of shipping. */
    long shippingVoucherMinor() {
        return isFirst() ? onShipping() : 0;
    }

    private boolean isFirst() {
        return shipment.sequence() == 1;
    }

    private Totals totals() {
        return order.totals();
    }

    /** What was given for it, and what takes off more than the goods are worth. */
    private long onShipping() {
        long given = order.trade().basket().discounts().stream()
                .mapToLong(Discount::shippingMinor)
                .sum();
        long beyondGoods = totals().discountsMinor() - totals().lineValues();
        return Math.min(Math.max(given, beyondGoods), totals().discountsMinor());
    }

    private long vouchersBefore(int sequence) {
        long goods = order.shipping().shipments().stream()
                .filter(other -> other.sequence() < sequence)
                .mapToLong(this::goods)
                .sum();
        long all = lines().stream()
                .filter(OrderShipping::isShippable)
                .mapToLong(line -> worth(line).minor())
                .sum();
        long onGoods = Parts.part(totals().discountsMinor() - onShipping(), goods, all);
        return sequence > 1 ? onShipping() + onGoods : 0;
    }

    private long goods(Shipment other) {
        return other.lines().stream().mapToLong(line -> of(other, line).minor()).sum();
    }
}
