package centrasage.stock.publish;

import centrasage.centra.OrderedGoods;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The orders that one run has found in Centra since orders were collected. Of one that was read twice the higher figures count: a cancelled
 * order may have been among Centra's allocations when these were read.
 */
final class Placed {
    private final Map<String, Map<String, Integer>> units = new TreeMap<>();
    private final Instant from;
    private Instant latest;
    private boolean isRead;

    /** @param from when the first of them were placed, by Centra's clock */
    Placed(Instant from) {
        this.from = from.truncatedTo(ChronoUnit.SECONDS);
        this.latest = this.from;
    }

    Instant from() {
        return from;
    }

    /** When the latest of them was placed: by Centra's clock, it had come that far when it was asked last. */
    Instant latest() {
        return latest;
    }

    boolean isRead() {
        return isRead;
    }

    void add(List<OrderedGoods> orders) {
        orders.stream().filter(this::isPlaced).forEach(this::add);
        isRead = true;
    }

    /** What is older was collected, and has only been touched. */
    private boolean isPlaced(OrderedGoods order) {
        Instant placedAt = order.placedAt();
        return placedAt == null || !placedAt.isBefore(from);
    }

    private void add(OrderedGoods order) {
        Map<String, Integer> known = units.computeIfAbsent(Long.toString(order.number()), number -> new TreeMap<>());
        order.units().forEach((sku, many) -> known.merge(sku, many, Math::max));
        Instant placedAt = order.placedAt();
        latest = placedAt != null && placedAt.isAfter(latest) ? placedAt : latest;
    }

    /** By order, and in it by SKU. */
    Map<String, Map<String, Integer>> units() {
        return new TreeMap<>(units);
    }
}
