package centrasage.simulation;

import centrasage.centra.Shipment;
import centrasage.sync.posting.MovableClock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What customers, CX and the warehouse do in Centra: orders are placed, edited, cancelled, packed, shipped, and their tracking amended. */
final class CentraPeople {
    private static final long FIRST_NUMBER = 10_001;

    private final CentraModel centra;
    private final Chance chance;
    private final MovableClock clock;
    private final Trace trace;
    private final Figures figures;

    CentraPeople(World world) {
        this.centra = world.centra();
        this.chance = world.chance();
        this.clock = world.clock();
        this.trace = world.trace();
        this.figures = world.chance().figures();
    }

    void order() {
        int kind = chance.below(100);
        Instant made = kind < 3 ? clock.now().minus(Duration.ofDays(40)) : clock.now();
        CentraOrder order = new CentraOrder(FIRST_NUMBER + centra.orders().size(), made, kind == 10, kind == 11);
        int lines = 1 + chance.below(3);
        for (int line = 0; line < lines; line++) {
            int percent = chance.oneOf(List.of(20, 20, 5, 0));
            order.lines.add(new CentraOrder.Line(
                    line + 1L, chance.oneOf(Shop.PRODUCTS), 99 + chance.below(9000), percent, 1 + chance.below(4)));
        }
        order.status = kind < 30 && kind > 20 ? "PENDING" : "CONFIRMED";
        order.onHold = kind > 90;
        centra.orders().add(order);
        figures.count(Figures.Count.LIFECYCLES);
        say(order, "is placed, " + order.status);
        centra.changed(order);
    }

    /** One of the things that happen to an order, if it can happen to this one now. */
    void act() {
        if (centra.orders().isEmpty()) {
            return;
        }
        CentraOrder order = chance.oneOf(centra.orders());
        switch (chance.below(13)) {
            case 0 -> edit(order);
            case 1 -> cancel(order);
            case 2, 3 -> release(order);
            case 4, 5, 6 -> pack(order);
            case 7, 8 -> complete(order);
            default -> amend(order);
        }
    }

    private void say(CentraOrder order, String what) {
        trace.say(() -> "Centra: " + order.number + " " + what);
    }

    private static boolean isClosed(CentraOrder order) {
        return order.status.equals("CANCELLED");
    }

    private void edit(CentraOrder order) {
        if (isClosed(order)) {
            return;
        }
        if (chance.percent(30)) {
            order.house++;
            say(order, "goes to another house");
        } else {
            CentraOrder.Line line = chance.oneOf(order.lines);
            boolean more = chance.percent(30);
            int left = order.left(line);
            if (!more && left == 0) {
                return;
            }
            line.ordered += more ? 1 : -1;
            line.cancelled += more ? 0 : 1;
            say(order, (more ? "one more of " : "one less of ") + line.product);
        }
        centra.changed(order);
    }

    /** All of it, or what is left of it once something is packed. */
    private void cancel(CentraOrder order) {
        if (isClosed(order) || chance.percent(50)) {
            return;
        }
        if (order.shipments.isEmpty()) {
            order.status = "CANCELLED";
            say(order, "is cancelled");
        } else {
            order.lines.forEach(line -> {
                line.cancelled += order.left(line);
                line.ordered = order.packed(line);
            });
            say(order, "what is left of it is cancelled");
        }
        centra.changed(order);
    }

    void release(CentraOrder order) {
        if (isClosed(order) || (!order.onHold && order.status.equals("CONFIRMED"))) {
            return;
        }
        order.onHold = false;
        order.status = "CONFIRMED";
        say(order, "is confirmed");
        centra.changed(order);
    }

    void pack(CentraOrder order) {
        if (!order.isEligible()) {
            return;
        }
        boolean all = chance.percent(60);
        Map<Long, Integer> parcel = new HashMap<>();
        order.lines.forEach(line -> {
            int left = order.left(line);
            int some = all ? left : chance.below(left + 1);
            if (some > 0) {
                parcel.put(line.id, some);
            }
        });
        if (parcel.isEmpty()) {
            return;
        }
        CentraShipment shipment = new CentraShipment(order, order.shipments.size() + 1, parcel, tracking());
        order.shipments.add(shipment);
        say(order, "is packed: " + shipment.number + " " + parcel);
        centra.changed(shipment);
    }

    private Shipment.Tracking tracking() {
        return new Shipment.Tracking(chance.oneOf(Shop.CARRIERS), "", "T" + chance.below(1_000_000));
    }

    private void complete(CentraOrder order) {
        order.shipments.stream()
                .filter(shipment -> !shipment.isCompleted())
                .findFirst()
                .ifPresent(this::complete);
    }

    void complete(CentraShipment shipment) {
        shipment.shippedAt = clock.now();
        figures.count(Figures.Count.SHIPMENTS);
        say(shipment.order, "is shipped: " + shipment.number);
        centra.changed(shipment);
    }

    private void amend(CentraOrder order) {
        if (!order.shipments.isEmpty()) {
            CentraShipment shipment = chance.oneOf(order.shipments);
            shipment.tracking = tracking();
            say(order, "has other tracking: " + shipment.number + " " + shipment.tracking);
            centra.changed(shipment);
        }
    }

    /** The end of the day: what is packed leaves. */
    void finish() {
        centra.orders().forEach(order -> {
            if (chance.percent(70)) {
                release(order);
                pack(order);
            }
        });
        centra.shipments().filter(shipment -> !shipment.isCompleted()).toList().forEach(this::complete);
    }
}
