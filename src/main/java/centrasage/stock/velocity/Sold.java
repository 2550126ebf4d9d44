package centrasage.stock.velocity;

import centrasage.stock.StockSettings;
import centrasage.sync.database.Atomic;
import centrasage.sync.database.DatabaseTime;
import centrasage.sync.database.KeyParts;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What was ordered in Centra within {@code stock.velocity-window}, order by order and SKU by SKU: an order counts once, by the moment at
 * which it was placed, with what its latest version asks for, however often it comes.
 */
@ApplicationScoped
public class Sold {
    /** As long as a SKU may be here. */
    private static final int SKU_MAX = 100;

    /** What is known of less time than this says nothing of a whole day. */
    private static final Duration LEAST = Duration.ofDays(1);

    private EntityManager entities;
    private DatabaseTime time;
    private Duration window;

    @SuppressWarnings("NullAway.Init")
    Sold() {}

    @Inject
    public Sold(EntityManager entities, DatabaseTime time, StockSettings settings) {
        this.entities = entities;
        this.time = time;
        this.window = settings.velocityWindow();
    }

    /** In the caller's transaction: what the latest version of an order asks for, in place of what an older one did. */
    @Atomic
    public void put(String order, Map<String, Integer> units, Instant orderedAt) {
        entities.createQuery("DELETE FROM SoldRow s WHERE s.orderNumber = :order")
                .setParameter("order", order)
                .executeUpdate();
        if (orderedAt.isAfter(time.now().minus(window))) {
            units.entrySet().stream()
                    .filter(goods -> goods.getKey().length() <= SKU_MAX)
                    .forEach(
                            goods -> entities.persist(new SoldRow(order, goods.getKey(), goods.getValue(), orderedAt)));
        }
    }

    /** How long is looked back: the window, or as long as orders are known, where that is less; a day at the least. */
    @Atomic(alone = true)
    public Duration window() {
        Instant now = time.now();
        Duration known = entities
                .createQuery("SELECT s.orderedAt FROM SoldRow s ORDER BY s.orderedAt", Instant.class)
                .setMaxResults(1)
                .getResultList()
                .stream()
                .findFirst()
                .map(first -> Duration.between(first, now))
                .orElse(LEAST);
        Duration least = known.compareTo(LEAST) < 0 ? LEAST : known;
        return least.compareTo(window) < 0 ? least : window;
    }

    /**
     * Units by SKU that were ordered within this time; none of those that were not. A database that does not tell upper and lower case apart
     * takes SKUs together that differ by it alone, which keeps more of each back.
     */
    @Atomic(alone = true)
    public Map<String, Long> of(Collection<String> skus, Duration within) {
        Instant from = time.now().minus(within);
        Map<String, Long> units = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        for (List<String> part : KeyParts.of(skus)) {
            entities.createQuery(
                            "SELECT s.sku, SUM(CASE WHEN s.orderedAt >= :from THEN s.units ELSE 0 END) FROM SoldRow s"
                                    + " WHERE s.sku IN :skus GROUP BY s.sku",
                            Object[].class)
                    .setParameter("from", from)
                    .setParameter("skus", part)
                    .getResultList()
                    .forEach(row -> units.merge((String) row[0], ((Number) row[1]).longValue(), Long::sum));
        }
        return units;
    }

    /**
     * Deletes what is older than the window, by the order.
     *
     * @return how many rows
     */
    @Atomic(alone = true)
    public int forgetOld() {
        return entities.createQuery("DELETE FROM SoldRow s WHERE s.orderedAt < :limit")
                .setParameter("limit", time.now().minus(window))
                .executeUpdate();
    }
}
