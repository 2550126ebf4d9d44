package centrasage.simulator.centra.shipping;

import centrasage.simulator.centra.shipment.OrderShipping;
import centrasage.simulator.centra.state.CentraOrder;
import centrasage.simulator.centra.state.CentraState;
import centrasage.simulator.http.Json;
import centrasage.simulator.trade.Line;
import centrasage.simulator.trade.Standing;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** A day in the warehouse: what waits is shipped, each order with chance of its own, so that the same seed ships the same. */
final class ShippingDay {
    private static final List<String> CARRIERS = List.of("DHL", "DPD", "Royal Mail");
    private static final long SPREAD = 0x9e3779b97f4a7c15L;

    private final CentraState state;
    private final WarehouseWork work;
    private final ObjectNode settings;
    private int shipments;
    private int split;
    private int part;
    private int unpaid;

    ShippingDay(CentraState state, WarehouseWork work, ObjectNode settings) {
        this.state = state;
        this.work = work;
        this.settings = settings;
    }

    /** Answers with how many orders and shipments there were, and of which sort. */
    ObjectNode ship() {
        int orders = 0;
        for (CentraOrder order : List.copyOf(state.orders())) {
            Random chance = new Random((settings.path("seed").asLong(1) + order.number()) * SPREAD);
            if (waits(order) && chance.nextInt(100) < settings.path("share").asInt(100)) {
                orders++;
                ship(order, chance);
            }
        }
        return Json.object()
                .put("orders", orders)
                .put("shipments", shipments)
                .put("split", split)
                .put("part", part)
                .put("unpaid", unpaid);
    }

    private static boolean waits(CentraOrder order) {
        Standing standing = order.standing();
        return standing.status() == Standing.Status.CONFIRMED
                && !standing.onHold()
                && !standing.waitingForPayment()
                && !standing.internal();
    }

    private void ship(CentraOrder order, Random chance) {
        int drawn = chance.nextInt(100);
        int splits = settings.path("split").asInt(15);
        List<Line> units = units(order);
        boolean divisible = units.size() > 1;
        int first = divisible ? 1 + chance.nextInt(units.size() - 1) : units.size();
        if (divisible && drawn < splits) {
            split++;
            if (leaves(order, units.subList(0, first), chance)) {
                leaves(order, List.of(), chance);
            }
        } else if (divisible
                && drawn < splits + settings.path("part").asInt(5)
                && !hasBundle(order)
                && keeps(order, units.subList(0, first))) {
            part++;
            if (leaves(order, units.subList(0, first), chance)) {
                cancelRest(order.number());
            }
        } else if (!units.isEmpty()) {
            leaves(order, List.of(), chance);
        }
    }

    /** Each unit that can be shipped, by its line. */
    private static List<Line> units(CentraOrder order) {
        List<Line> units = new ArrayList<>();
        for (Line line : order.trade().basket().lines()) {
            for (int i = 0; i < order.shipping().remaining(line); i++) {
                units.add(line);
            }
        }
        return units;
    }

    private static boolean hasBundle(CentraOrder order) {
        return order.trade().basket().lines().stream().anyMatch(line -> !OrderShipping.isShippable(line));
    }

    /** Whether the parcel left; where the money could not be taken, it did not. */
    private boolean leaves(CentraOrder order, List<Line> units, Random chance) {
        ObjectNode wanted = Json.object().put("order", order.number());
        ArrayNode lines = wanted.putArray("lines");
        units.forEach(line -> lines.addObject().put("line", line.id()).put("quantity", 1));
        wanted.put("carrier", CARRIERS.get(chance.nextInt(CARRIERS.size())))
                .put("service", "Standard")
                .put("packages", 1)
                .put("tracking", "T" + order.number() + Integer.toString(1000 + chance.nextInt(9000)));
        for (String shared : List.of("warehouse", "shippedAt")) {
            if (settings.has(shared)) {
                wanted.set(shared, settings.get(shared));
            }
        }
        boolean shipped = work.ship(new ShipmentOrder(wanted)).shipment().shipped();
        shipments++;
        unpaid += shipped ? 0 : 1;
        return shipped;
    }

    /** Whether these units are worth the discounts of the whole order: no shop cancels until it owes money for what it sends. */
    private static boolean keeps(CentraOrder order, List<Line> units) {
        return withoutRest(order, units).totals().grand() >= 0;
    }

    private void cancelRest(int number) {
        state.change(number, order -> withoutRest(order, List.of()).settled());
    }

    /** Of what has not left, only these units are wanted any more. */
    private static CentraOrder withoutRest(CentraOrder order, List<Line> kept) {
        List<Line> lines = order.trade().basket().lines().stream()
                .map(line -> line.cancel(order.shipping().remaining(line) - Collections.frequency(kept, line)))
                .toList();
        return order.withTrade(order.trade().withBasket(order.trade().basket().withLines(lines)));
    }
}
