package centrasage.simulator.centra.shipping;

import centrasage.simulator.centra.shipment.Shipment;
import centrasage.simulator.centra.shipment.ShipmentPayment;
import centrasage.simulator.centra.state.CentraOrder;
import centrasage.simulator.centra.state.TenantOptions;
import centrasage.simulator.trade.Gateway;
import centrasage.simulator.trade.Payment;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** The payment provider, as far as shipments are concerned: takes the money, or says why it does not. */
public final class Captures {
    private final TenantOptions options;
    private final Map<Integer, Deque<String>> ordered = new ConcurrentHashMap<>();

    public Captures(TenantOptions options) {
        this.options = options;
    }

    /** Has the next capture of an order fail, once for each call. */
    public void failNext(int order, String message) {
        ordered.computeIfAbsent(order, number -> new ArrayDeque<>()).add(message);
    }

    void clear() {
        ordered.clear();
    }

    /** What was captured for the order before goes to the shipment without a word to the provider: it is asked for the rest. */
    Captured capture(CentraOrder order, Shipment shipment, Instant at) {
        long value = shipment.valueMinor();
        long assigned = order.shipping().shipments().stream()
                .mapToLong(other -> other.payment().capturedMinor())
                .sum();
        long missing = value - Math.max(0, taken(order) - assigned);
        if (value <= 0 || missing <= 0 || order.trade().payments().isEmpty()) {
            return paid(order, shipment, null, at);
        }
        String failure = failure(order, missing);
        if (failure == null) {
            return captured(order, shipment, missing, at);
        }
        Payment entry = entry(order, Payment.Type.CAPTURE_FAILED, Payment.Status.FAILED, missing, at);
        CentraOrder logged = order.logged(entry);
        return new Captured(logged.withShipping(logged.shipping().with(shipment)), shipment, entry, failure);
    }

    private static long taken(CentraOrder order) {
        return order.trade().capturedMinor()
                + order.trade().markedMinor()
                + order.trade().outstandingMinor(Payment.Type.CAPTURE_REQUEST);
    }

    private @Nullable String failure(CentraOrder order, long value) {
        Deque<String> failures = ordered.get(order.number());
        String failure = failures == null ? null : failures.poll();
        if (failure != null) {
            return failure;
        }
        return order.trade().authorisedMinor() - taken(order) < value
                ? "Capture failed: the amount is not authorised"
                : null;
    }

    /** A request counts for a shipment as the money does: the goods may go before the provider answers (inferred). */
    private Captured captured(CentraOrder order, Shipment shipment, long missing, Instant at) {
        long onGiftCard = Math.min(missing, openOnGiftCard(order));
        long onCard = missing - onGiftCard;
        CentraOrder logged = order;
        Payment last = null;
        if (onGiftCard > 0) {
            last = entry(logged, Payment.Type.CAPTURE_GIFT_CARD, Payment.Status.SUCCESS, onGiftCard, at);
            logged = logged.logged(last);
        }
        if (onCard > 0) {
            last = cardEntry(logged, onCard, at);
            logged = logged.logged(last);
        }
        return paid(logged, shipment, last, at);
    }

    private long openOnGiftCard(CentraOrder order) {
        if (!options.is(TenantOptions.Option.GIFT_CARD_CAPTURES)) {
            return 0;
        }
        long authorised = order.trade().payments().stream()
                .filter(entry -> entry.authorises() && entry.byGiftCard())
                .mapToLong(Payment::minor)
                .sum();
        long taken = order.trade().payments().stream()
                .filter(entry -> entry.captures() && entry.byGiftCard())
                .mapToLong(Payment::minor)
                .sum();
        return Math.max(0, authorised - taken);
    }

    private Payment cardEntry(CentraOrder order, long minor, Instant at) {
        Gateway gateway = order.trade().payments().get(0).gateway();
        return options.isRequest(TenantOptions.Option.ASYNCHRONOUS_CAPTURES, gateway)
                ? entry(order, Payment.Type.CAPTURE_REQUEST, Payment.Status.PENDING, minor, at)
                : entry(order, Payment.Type.CAPTURE, Payment.Status.SUCCESS, minor, at);
    }

    private static Captured paid(CentraOrder order, Shipment shipment, @Nullable Payment entry, Instant at) {
        Shipment paid = shipment.withPayment(ShipmentPayment.captured(at, shipment.valueMinor()));
        return new Captured(order.withShipping(order.shipping().with(paid)), paid, entry, null);
    }

    private static Payment entry(CentraOrder order, Payment.Type type, Payment.Status status, long minor, Instant at) {
        Payment first = order.trade().payments().get(0);
        return new Payment(
                order.nextPaymentId(),
                at,
                type,
                status,
                minor,
                first.externalReference(),
                first.gateway(),
                Payment.Origin.of("Integration API"));
    }
}
