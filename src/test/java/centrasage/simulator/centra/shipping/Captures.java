package centrasage.simulator.centra.shipping;

import centrasage.simulator.centra.shipment.Shipment;
import centrasage.simulator.centra.shipment.ShipmentPayment;
import centrasage.simulator.centra.state.CentraOrder;
import centrasage.simulator.trade.Gateway;
import centrasage.simulator.trade.Payment;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** The payment provider, as far as shipments are concerned: takes the money, or says why it does not. */
public final class Captures {
    private static final int ENTRIES_PER_ORDER = 10;
    private static final int SPARE_ENTRY_IDS = 1_000_000_000;

    private final Map<Integer, Deque<String>> ordered = new ConcurrentHashMap<>();

    /** Has the next capture of an order fail, once for each call. */
    public void failNext(int order, String message) {
        ordered.computeIfAbsent(order, number -> new ArrayDeque<>()).add(message);
    }

    void clear() {
        ordered.clear();
    }

    /** What was captured for the whole order before goes to the shipment without a word to the provider. */
    Captured capture(CentraOrder order, Shipment shipment, Instant at) {
        long value = shipment.valueMinor();
        long assigned = order.shipping().shipments().stream()
                .mapToLong(other -> other.payment().capturedMinor())
                .sum();
        if (value <= 0 || order.trade().capturedMinor() - assigned >= value) {
            return taken(order, shipment, null, at);
        }
        String failure = failure(order, value);
        Payment entry = entry(order, failure == null ? Payment.Type.CAPTURE : Payment.Type.CAPTURE_FAILED, value, at);
        CentraOrder logged = entry == null ? order : logged(order, entry);
        return failure == null
                ? taken(logged, shipment, entry, at)
                : new Captured(logged.withShipping(logged.shipping().with(shipment)), shipment, entry, failure);
    }

    private @Nullable String failure(CentraOrder order, long value) {
        Deque<String> failures = ordered.get(order.number());
        String failure = failures == null ? null : failures.poll();
        if (failure != null) {
            return failure;
        }
        return order.trade().authorisedMinor() - order.trade().capturedMinor() < value
                ? "Capture failed: the amount is not authorised"
                : null;
    }

    private static Captured taken(CentraOrder order, Shipment shipment, @Nullable Payment entry, Instant at) {
        Shipment paid = shipment.withPayment(ShipmentPayment.captured(at, shipment.valueMinor()));
        return new Captured(order.withShipping(order.shipping().with(paid)), paid, entry, null);
    }

    private static CentraOrder logged(CentraOrder order, Payment entry) {
        List<Payment> entries = new ArrayList<>(order.trade().payments());
        entries.add(entry);
        return order.withTrade(order.trade().withPayments(entries));
    }

    /** Null for an order without any payment: there is no provider to ask. */
    private static @Nullable Payment entry(CentraOrder order, Payment.Type type, long minor, Instant at) {
        List<Payment> entries = order.trade().payments();
        if (entries.isEmpty()) {
            return null;
        }
        Payment.Status status = type == Payment.Type.CAPTURE ? Payment.Status.SUCCESS : Payment.Status.FAILED;
        Gateway gateway = entries.get(0).gateway();
        return new Payment(
                nextId(order), at, type, status, minor, entries.get(0).externalReference(), gateway);
    }

    /** The first entries of an order have room in its number; later ones must not take the next order's. */
    private static int nextId(CentraOrder order) {
        int count = order.trade().payments().size();
        int id = order.number() * ENTRIES_PER_ORDER + count % ENTRIES_PER_ORDER;
        return count < ENTRIES_PER_ORDER ? id : SPARE_ENTRY_IDS + id * (count / ENTRIES_PER_ORDER);
    }
}
