package centrasage.simulator.centra.returns;

import centrasage.simulator.centra.payment.Refunds;
import centrasage.simulator.centra.shipment.Shipment;
import centrasage.simulator.centra.shipment.ShippedLine;
import centrasage.simulator.centra.shipping.ShippingRefused;
import centrasage.simulator.centra.state.CentraOrder;
import centrasage.simulator.centra.state.CentraState;
import centrasage.simulator.centra.state.OrderReturn;
import centrasage.simulator.trade.Currency;
import centrasage.simulator.trade.Exchange;
import centrasage.simulator.trade.Line;
import centrasage.simulator.trade.Payment;
import centrasage.simulator.trade.Taxed;
import centrasage.simulator.trade.TradeGenerator;
import centrasage.simulator.trade.TradeOrder;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** A day on which customers send back what was shipped, each shipment with chance of its own: the same seed returns the same. */
final class ReturnsDay {
    private static final long SPREAD = 0x9e3779b97f4a7c15L;
    /** What the shop keeps for a parcel that comes back. */
    private static final Map<String, Long> FEES = Map.of("GBP", 295L, "EUR", 350L, "SEK", 3900L);

    private final CentraState state;
    private final ObjectNode settings;
    private final Returns returns;
    private final Refunds refunds;
    private final Sums sums = new Sums();

    ReturnsDay(CentraState state, ObjectNode settings) {
        this.state = state;
        this.settings = settings;
        this.returns = new Returns(state);
        this.refunds = new Refunds(state);
    }

    /** Answers with how many there were of each sort, and with the exact sums by currency. */
    ObjectNode happen() {
        for (CentraOrder order : List.copyOf(state.orders())) {
            for (Shipment shipment : order.shipping().shipments()) {
                Random chance = new Random((settings.path("seed").asLong(1) + shipment.id()) * SPREAD);
                if (shipment.shipped()) {
                    happen(order, shipment, chance);
                }
            }
        }
        return sums.toJson();
    }

    private void happen(CentraOrder order, Shipment shipment, Random chance) {
        List<ShippedLine> units = units(order, shipment);
        if (drawn(chance, "share", 12) && !units.isEmpty()) {
            comeBack(order, shipment, units, chance);
        } else if (drawn(chance, "goodwill", 2)) {
            goodwill(order, chance);
        }
    }

    private boolean drawn(Random chance, String setting, int otherwise) {
        return chance.nextInt(100) < settings.path(setting).asInt(otherwise);
    }

    /** Each unit that can come back. What nobody despatches as goods, such as gift wrap, nobody sends back. */
    private static List<ShippedLine> units(CentraOrder order, Shipment shipment) {
        List<ShippedLine> units = new ArrayList<>();
        for (ShippedLine line : shipment.lines()) {
            if (!TradeGenerator.chargedSkus()
                    .contains(line(order, line).article().sku())) {
                int back = order.shipping().returnsOf(shipment).stream()
                        .mapToInt(made -> made.quantityOf(line.orderLine()))
                        .sum();
                units.addAll(Collections.nCopies(line.quantity() - back, line));
            }
        }
        return units;
    }

    private static Line line(CentraOrder order, ShippedLine shipped) {
        return order.trade().basket().lines().stream()
                .filter(line -> line.id() == shipped.orderLine())
                .findFirst()
                .orElseThrow();
    }

    private void comeBack(CentraOrder order, Shipment shipment, List<ShippedLine> units, Random chance) {
        boolean part = drawn(chance, "part", 30) && units.size() > 1;
        int count = part ? 1 + chance.nextInt(units.size() - 1) : units.size();
        boolean shipping = drawn(chance, "shipping", 40);
        boolean cost = drawn(chance, "returnCost", 30);
        Map<Integer, Integer> quantities = new TreeMap<>();
        units.subList(0, count).forEach(line -> quantities.merge(line.id(), 1, Integer::sum));
        OrderReturn made = made(order, shipment, quantities, shipping, cost);
        if (made == null) {
            sums.count("refused");
            return;
        }
        Currency currency = order.currency();
        sums.add("returned", currency, made.grand());
        sums.add("returnCost", currency, Taxed.minor(made.made().amounts().returnCost()));
        if (part) {
            sums.count("part");
        }
        if (drawn(chance, "complete", 90)) {
            returns.complete(made.made().id());
            sums.count("completed");
        }
        if (drawn(chance, "refund", 90)) {
            refund(made);
        }
        if (drawn(chance, "exchange", 10)) {
            exchange(order, line(order, units.get(0)), chance.nextBoolean());
        }
    }

    /** Without the fee where it would eat up the return; null where even so nothing would be left of it. */
    private @Nullable OrderReturn made(
            CentraOrder order, Shipment shipment, Map<Integer, Integer> quantities, boolean shipping, boolean cost) {
        long fee = cost ? FEES.getOrDefault(order.currency().code(), 0L) : 0;
        NewReturn wanted = new NewReturn(
                shipment.id(),
                quantities,
                new Proportion(order, shipment, quantities).charges(shipping),
                fee,
                NewReturn.Stock.BACK,
                null,
                "Does not fit");
        OrderReturn made = made(wanted);
        return made == null ? made(wanted.withoutCost()) : made;
    }

    private @Nullable OrderReturn made(NewReturn wanted) {
        try {
            return returns.create(wanted, UnaryOperator.identity());
        } catch (ShippingRefused refused) {
            return null;
        }
    }

    private void refund(OrderReturn made) {
        try {
            List<Payment> entries = refunds.refundReturn(made.made().id(), "AMS");
            long minor = entries.stream().mapToLong(Payment::minor).sum();
            sums.add("refunded", made.order().currency(), minor);
        } catch (ShippingRefused nothingToRefund) {
            sums.count("refundRefused");
        }
    }

    /** The cost of shipping, or a tenth of what was paid. */
    private void goodwill(CentraOrder order, Random chance) {
        long shipping = order.totals().shippingMinor();
        boolean shippingOnly = chance.nextBoolean() && shipping > 0;
        long minor = shippingOnly ? shipping : order.totals().grand() / 10;
        try {
            refunds.refund(
                    order.number(),
                    minor,
                    Payment.Origin.of("AMS").noted(shippingOnly ? "shipping" : "goodwill"),
                    false);
            sums.add("goodwill", order.currency(), minor);
        } catch (ShippingRefused nothingToRefund) {
            sums.count("refundRefused");
        }
    }

    private void exchange(CentraOrder order, Line returned, boolean dearer) {
        int number = state.nextNumber(TradeGenerator.FIRST_NUMBER);
        TradeOrder instead = new Exchange(order.trade(), returned, dearer)
                .order(number, state.now(), settings.path("seed").asLong(1));
        if (instead != null) {
            state.place(List.of(instead));
            sums.add("exchanged", order.currency(), instead.basket().totals().grand());
            sums.count(dearer ? "exchangedForDearer" : "exchangedForCheaper");
        }
    }
}
