package centrasage.stock.level;

import centrasage.sync.database.Atomic;
import centrasage.sync.database.DatabaseTime;
import centrasage.sync.record.Audit;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Stock as people look at it: SKU by SKU, in figures, and how fresh it is. */
@ApplicationScoped
public class StockBook {
    private static final String MEASURED = "l.publishedAt >= :from AND l.freshSeconds IS NOT NULL";

    private EntityManager entities;
    private DatabaseTime time;
    private Audit audit;

    @SuppressWarnings("NullAway.Init")
    StockBook() {}

    @Inject
    public StockBook(EntityManager entities, DatabaseTime time, Audit audit) {
        this.entities = entities;
        this.time = time;
        this.audit = audit;
    }

    /**
     * What is looked for.
     *
     * @param sku as Centra calls it; null for any
     * @param state null for any
     */
    public record Search(@Nullable String sku, @Nullable LevelState state, long after, int most) {}

    /** By rising id. */
    @Atomic
    public List<Level> levels(Search search) {
        return entities
                .createQuery(
                        "SELECT l FROM StockLevelRow l WHERE l.id > :after AND (:anySku = TRUE OR l.sku = :sku)"
                                + " AND (:anyState = TRUE OR l.state = :state) ORDER BY l.id",
                        StockLevelRow.class)
                .setParameter("after", search.after())
                .setParameter("anySku", search.sku() == null)
                .setParameter("sku", search.sku() == null ? "" : search.sku())
                .setParameter("anyState", search.state() == null)
                .setParameter("state", search.state() == null ? LevelState.DUE : search.state())
                .setMaxResults(search.most())
                .getResultList()
                .stream()
                .map(StockLevelRow::toLevel)
                .toList();
    }

    /** How many SKUs of a warehouse are in this state. */
    public record Summary(String company, String warehouse, LevelState state, long skus) {}

    @Atomic
    public List<Summary> summaries() {
        return entities
                .createQuery(
                        "SELECT l.company, l.centraWarehouse, l.state, COUNT(l) FROM StockLevelRow l"
                                + " GROUP BY l.company, l.centraWarehouse, l.state"
                                + " ORDER BY l.company, l.centraWarehouse, l.state",
                        Object[].class)
                .getResultList()
                .stream()
                .map(row -> new Summary((String) row[0], (String) row[1], (LevelState) row[2], (Long) row[3]))
                .toList();
    }

    /**
     * How long changes of Sage's took until Centra showed them, in seconds; by Sage's clock on the one side and the database's on the other.
     *
     * @param count of the changes that were told in the time that was asked for
     */
    public record Freshness(int count, int p50, int p95) {}

    /** Of what was last told within this time. */
    @Atomic
    public Freshness freshness(Duration within) {
        Instant from = time.now().minus(within);
        long count = entities.createQuery("SELECT COUNT(l) FROM StockLevelRow l WHERE " + MEASURED, Long.class)
                .setParameter("from", from)
                .getSingleResult();
        return new Freshness(Math.toIntExact(count), seconds(from, count, 50), seconds(from, count, 95));
    }

    private int seconds(Instant from, long count, int percent) {
        return entities
                .createQuery(
                        "SELECT l.freshSeconds FROM StockLevelRow l WHERE " + MEASURED + " ORDER BY l.freshSeconds",
                        Integer.class)
                .setParameter("from", from)
                .setFirstResult(Math.toIntExact(Math.max(0, count - 1) * percent / 100))
                .setMaxResults(1)
                .getResultList()
                .stream()
                .findFirst()
                .orElse(0);
    }

    /**
     * What the guard rails held in a warehouse is told, whatever it comes to by then.
     *
     * @return how many SKUs were held
     */
    @Atomic(onDisk = true)
    public int release(String company, String warehouse, String who, String why) {
        int released = entities.createQuery(
                        "UPDATE StockLevelRow l SET l.released = TRUE, l.note = '', l.state = :due,"
                                + " l.notBefore = :now WHERE l.company = :company AND l.centraWarehouse = :warehouse AND l.state = :held")
                .setParameter("due", LevelState.DUE)
                .setParameter("now", time.now())
                .setParameter("company", company)
                .setParameter("warehouse", warehouse)
                .setParameter("held", LevelState.HELD)
                .executeUpdate();
        if (released > 0) {
            audit.write(who, "STOCK_RELEASED", company + "/" + warehouse, released + " SKUs: " + why);
        }
        return released;
    }
}
