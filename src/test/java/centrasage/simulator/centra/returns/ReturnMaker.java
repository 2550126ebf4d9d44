package centrasage.simulator.centra.returns;

import centrasage.simulator.centra.shipment.Return;
import centrasage.simulator.centra.shipment.ReturnAmounts;
import centrasage.simulator.centra.shipment.ReturnedLine;
import centrasage.simulator.centra.shipment.Shipment;
import centrasage.simulator.centra.shipment.ShippedLine;
import centrasage.simulator.centra.shipping.ShippingRefused;
import centrasage.simulator.centra.state.CentraOrder;
import centrasage.simulator.trade.TaxMode;
import centrasage.simulator.trade.Taxed;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/** Makes a return of what was shipped and has not come back yet. */
final class ReturnMaker {
    private static final int LINE_IDS = 100;

    private final CentraOrder order;
    private final Shipment shipment;
    private final NewReturn wanted;
    private final List<Return> earlier;

    ReturnMaker(CentraOrder order, Shipment shipment, NewReturn wanted) {
        this.order = order;
        this.shipment = shipment;
        this.wanted = wanted;
        this.earlier = order.shipping().returnsOf(shipment);
    }

    /** @param id of the return, from which its lines have theirs */
    Return make(int id, Instant now) {
        Instant asked = wanted.createdAt();
        check(shipment.shipped(), "Shipment " + shipment.number() + " is not shipped", "shipment");
        check(!wanted.quantities().isEmpty(), "A return must have lines", "lines");
        check(asked == null || !asked.isAfter(now), "createdAt cannot be in the future", "createdAt");
        List<ReturnedLine> lines = lines(id);
        Return made = new Return(
                id,
                shipment.id(),
                lines,
                amounts(lines),
                false,
                asked == null ? now : asked,
                now,
                wanted.stock().warehouse(shipment.lines().get(0).warehouse()),
                wanted.comment(),
                Map.of());
        check(made.grand(mode()) >= 0, "The return is worth less than what is taken off", "returnCost");
        return made;
    }

    private TaxMode mode() {
        return order.trade().basket().taxMode();
    }

    private List<ReturnedLine> lines(int id) {
        List<ReturnedLine> lines = new ArrayList<>();
        new TreeMap<>(wanted.quantities()).forEach((line, quantity) -> {
            ShippedLine shipped = shipped(line);
            lines.add(new ReturnedLine(
                    id * LINE_IDS + lines.size(), line, shipped.orderLine(), quantity, worth(shipped, quantity)));
        });
        return lines;
    }

    private ShippedLine shipped(int line) {
        return shipment.lines().stream()
                .filter(each -> each.id() == line)
                .findFirst()
                .orElseThrow(
                        () -> new ShippingRefused("Could not find shipment line with ID " + line, "input", "lines"));
    }

    private Taxed worth(ShippedLine shipped, int quantity) {
        List<ReturnedLine> back = earlier.stream()
                .flatMap(made -> made.lines().stream())
                .filter(line -> line.shippedLine() == shipped.id())
                .toList();
        int remaining = shipped.quantity()
                - back.stream().mapToInt(ReturnedLine::quantity).sum();
        check(
                quantity >= 1 && quantity <= remaining,
                "Quantity " + quantity + " of shipment line " + shipped.id() + " cannot be returned: " + remaining
                        + " remain",
                "lines");
        Taxed left = Parts.minus(
                new ShipmentWorth(order, shipment).of(shipped),
                back.stream().map(ReturnedLine::worth).toList());
        return Parts.units(left, quantity, remaining);
    }

    private ReturnAmounts amounts(List<ReturnedLine> lines) {
        ShipmentWorth worth = new ShipmentWorth(order, shipment);
        NewReturn.Charges charges = wanted.charges();
        return new ReturnAmounts(
                part(worth.shipping(), ReturnAmounts::shipping, charges.shipping()),
                part(worth.handling(), ReturnAmounts::handling, charges.handling()),
                part(worth.voucher(), ReturnAmounts::voucher, charges.voucher()),
                returnCost(lines.get(0).worth().vatPercent()));
    }

    private List<Taxed> part(List<Taxed> whole, Function<ReturnAmounts, List<Taxed>> kind, NewReturn.Charge charge) {
        check(charge.minor() >= 0, "A value cannot be negative", "input");
        List<Taxed> left = whole;
        for (Return made : earlier) {
            left = Parts.minus(left, kind.apply(made.amounts()));
        }
        return Parts.of(left, charge.cappedBy(Taxed.minor(left)));
    }

    /** Taxed as the first of the goods (inferred). */
    private List<Taxed> returnCost(BigDecimal vatPercent) {
        long minor = wanted.returnCostMinor();
        check(minor >= 0, "A value cannot be negative", "returnCost");
        return minor == 0 ? List.of() : List.of(new Taxed(vatPercent, minor, mode().tax(minor, vatPercent)));
    }

    private static void check(boolean holds, String otherwise, String field) {
        if (!holds) {
            throw new ShippingRefused(otherwise, "input", field);
        }
    }
}
