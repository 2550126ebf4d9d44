package centrasage.reconcile.completeness;

import centrasage.centra.Order;
import centrasage.centra.OrderJson;
import centrasage.centra.Shipment;
import centrasage.centra.ShipmentJson;
import centrasage.centra.client.CentraOrders;
import centrasage.centra.client.CentraShipments;
import centrasage.centra.client.OrderPage;
import centrasage.centra.client.RawOrder;
import centrasage.centra.client.RawShipment;
import centrasage.centra.client.ShipmentPage;
import centrasage.flow.OrderName;
import centrasage.flow.TargetUnavailable;
import centrasage.money.Money;
import centrasage.sync.staging.Received;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.RoundingMode;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Currency;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What Centra says of some days, as it is sent: by when it happened, not by when it changed. */
@ApplicationScoped
class CentraDays {
    /** Beyond it something answers the same page for ever. */
    private static final int PAGES_MAX = 10_000;

    private static final int ASKED_AT_ONCE = 100;

    private CentraOrders orders;
    private CentraShipments shipments;
    private Clock clock;

    @SuppressWarnings("NullAway.Init")
    CentraDays() {}

    @Inject
    CentraDays(CentraOrders orders, CentraShipments shipments, Clock clock) {
        this.orders = orders;
        this.shipments = shipments;
        this.clock = clock;
    }

    /**
     * @param total null where it cannot be read
     * @param madeAt by Centra's clock; the beginning of the days where it cannot be read
     */
    record Made(long number, @Nullable Money total, Instant madeAt, Received received) {
        String key() {
            return Long.toString(number);
        }
    }

    /** @param shipment null where it cannot be read */
    record Completed(String number, long order, @Nullable Shipment shipment, Received received) {
        Instant shippedAt() {
            Instant moment = shipment == null ? null : shipment.shippedAt();
            return Objects.requireNonNullElse(moment, received.updatedAt());
        }
    }

    List<Made> orders(Days days) throws TargetUnavailable {
        List<Made> made = new ArrayList<>();
        String cursor = null;
        for (int pages = 0; pages < PAGES_MAX; pages++) {
            OrderPage page = orders.made(days.begin(), days.end(), cursor);
            page.orders().forEach(raw -> made.add(made(raw, days.begin())));
            if (!page.hasNextPage()) {
                return made;
            }
            cursor = page.endCursor();
        }
        throw new TargetUnavailable("Centra's orders of " + days.first() + " do not come to an end");
    }

    private Made made(RawOrder raw, Instant fallback) {
        Optional<Order> order = OrderJson.parse(raw.text())
                .match(readable -> Optional.of(readable.document()), unreadable -> Optional.empty());
        Received received = new Received(
                Long.toString(raw.number()),
                OrderName.of(raw.number()),
                Objects.requireNonNullElseGet(raw.updatedAt(), clock::instant),
                raw.text(),
                raw.content());
        return new Made(
                raw.number(),
                order.flatMap(CentraDays::total).orElse(null),
                order.map(Order::createdAt).orElse(fallback),
                received);
    }

    /** Empty where its currency is none: it cannot be compared then. */
    private static Optional<Money> total(Order order) {
        try {
            return Optional.of(
                    Money.rounded(order.grandTotal(), Currency.getInstance(order.currency()), RoundingMode.HALF_UP));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    List<Completed> shipments(Days days) throws TargetUnavailable {
        List<Completed> completed = new ArrayList<>();
        String cursor = null;
        for (int pages = 0; pages < PAGES_MAX; pages++) {
            ShipmentPage page = shipments.shipped(days.begin(), days.end(), cursor);
            page.shipments().forEach(raw -> completed.add(completed(raw)));
            if (!page.hasNextPage()) {
                return completed;
            }
            cursor = page.endCursor();
        }
        throw new TargetUnavailable("Centra's shipments of " + days.first() + " do not come to an end");
    }

    private Completed completed(RawShipment raw) {
        Optional<Shipment> shipment = ShipmentJson.parse(raw.text())
                .match(readable -> Optional.of(readable.document()), unreadable -> Optional.empty());
        Received received = new Received(
                raw.number(),
                OrderName.of(raw.order()),
                Objects.requireNonNullElseGet(raw.updatedAt(), clock::instant),
                raw.text(),
                raw.content());
        return new Completed(raw.number(), raw.order(), shipment.orElse(null), received);
    }

    /** Which of these orders Centra has, of whatever day. */
    Set<String> having(Collection<String> numbers) throws TargetUnavailable {
        Set<String> there = new HashSet<>();
        for (List<Integer> asked : inParts(possible(numbers))) {
            OrderPage page;
            String cursor = null;
            do {
                page = orders.numbered(asked, cursor);
                page.orders().forEach(order -> there.add(Long.toString(order.number())));
                cursor = page.endCursor();
            } while (page.hasNextPage());
        }
        return there;
    }

    /** Which of these shipments Centra has, of whatever day. */
    Set<String> havingShipments(Collection<String> numbers) throws TargetUnavailable {
        Set<String> there = new HashSet<>();
        for (List<String> asked : inParts(numbers)) {
            ShipmentPage page;
            String cursor = null;
            do {
                page = shipments.numbered(asked, cursor);
                page.shipments().forEach(shipment -> there.add(shipment.number()));
                cursor = page.endCursor();
            } while (page.hasNextPage());
        }
        return there;
    }

    /** Centra's numbers are no larger: of a longer one, which somebody may have typed in Sage, there is none. */
    private static List<Integer> possible(Collection<String> numbers) {
        return numbers.stream()
                .map(Long::valueOf)
                .filter(number -> number <= Integer.MAX_VALUE)
                .map(Long::intValue)
                .toList();
    }

    private static <T> List<List<T>> inParts(Collection<T> numbers) {
        List<T> all = List.copyOf(numbers);
        List<List<T>> parts = new ArrayList<>();
        for (int from = 0; from < all.size(); from += ASKED_AT_ONCE) {
            parts.add(all.subList(from, Math.min(from + ASKED_AT_ONCE, all.size())));
        }
        return parts;
    }
}
