package centrasage.stock.level;

import centrasage.sync.database.Atomic;
import centrasage.sync.database.DatabaseTime;
import centrasage.sync.record.Audit;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Stock as people look at it: SKU by SKU, in figures, and how fresh it is. */
@ApplicationScoped
public class StockBook {
    private static final String MEASURED =
            "l.publishedAt >= :from AND l.publishedAt < :to AND l.freshSeconds IS NOT NULL";
    private static final Duration LATER = Duration.ofHours(1);

    /** Comes after whatever a SKU goes on with. */
    private static final String LAST_LETTER = "\uffff";

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
     * What is looked for; null and no states mean any.
     *
     * @param sku exactly, as Centra calls it
     * @param begins with what the SKU begins; where no SKU does, the product
     * @param differing whether only what Centra shows otherwise than Sage 200 has it free
     * @param dueBefore only what has waited to be told since before this moment
     */
    public record Filter(
            @Nullable String sku,
            @Nullable String begins,
            @Nullable ShelfName shelf,
            Set<LevelState> states,
            boolean differing,
            @Nullable Instant dueBefore) {
        public Filter {
            states = Set.copyOf(states);
        }

        public static Filter ofSku(String sku) {
            return new Filter(sku, null, null, Set.of(), false, null);
        }
    }

    /** A part of what is looked for: with ids above {@code after}, without the first {@code skip} of them. */
    public record Search(Filter filter, long after, int skip, int most) {
        /**
         * @param sku as Centra calls it; null for any
         * @param state null for any
         */
        public Search(@Nullable String sku, @Nullable LevelState state, long after, int most) {
            this(new Filter(sku, null, null, state == null ? Set.of() : Set.of(state), false, null), after, 0, most);
        }
    }

    /** By rising id. */
    @Atomic
    public List<Level> levels(Search search) {
        StringBuilder conditions = new StringBuilder("l.id > :after");
        Map<String, Object> given = new TreeMap<>(Map.of("after", search.after()));
        narrow(search.filter(), conditions, given);
        TypedQuery<StockLevelRow> query = entities.createQuery(
                        "SELECT l FROM StockLevelRow l WHERE " + conditions + " ORDER BY l.id", StockLevelRow.class)
                .setFirstResult(search.skip())
                .setMaxResults(search.most());
        given.forEach(query::setParameter);
        return query.getResultList().stream().map(StockLevelRow::toLevel).toList();
    }

    private void narrow(Filter filter, StringBuilder conditions, Map<String, Object> given) {
        if (filter.sku() != null) {
            conditions.append(" AND l.sku = :sku");
            given.put("sku", filter.sku());
        }
        String begins = filter.begins();
        if (begins != null) {
            conditions.append(isBeginningOfSku(begins) ? " AND l.sku" : " AND l.product");
            conditions.append(" BETWEEN :begins AND :ends");
            given.put("begins", begins);
            given.put("ends", begins + LAST_LETTER);
        }
        ShelfName shelf = filter.shelf();
        if (shelf != null) {
            conditions.append(" AND l.company = :company AND l.centraWarehouse = :warehouse");
            given.put("company", shelf.company());
            given.put("warehouse", shelf.centraWarehouse());
        }
        if (!filter.states().isEmpty()) {
            conditions.append(" AND l.state IN :states");
            given.put("states", List.copyOf(filter.states()));
        }
        if (filter.differing()) {
            conditions.append(" AND (l.shown IS NULL OR l.shown <> l.free)");
        }
        if (filter.dueBefore() != null) {
            conditions.append(" AND l.dueSince < :dueBefore");
            given.put("dueBefore", filter.dueBefore());
        }
    }

    /** An index leads to one of both only: whatever is typed is the beginning of a SKU before it is one of a product. */
    private boolean isBeginningOfSku(String begins) {
        return !entities.createQuery(
                        "SELECT l.id FROM StockLevelRow l WHERE l.sku BETWEEN :begins AND :ends", Long.class)
                .setParameter("begins", begins)
                .setParameter("ends", begins + LAST_LETTER)
                .setMaxResults(1)
                .getResultList()
                .isEmpty();
    }

    /** Up to when each warehouse was read in Sage 200; what was read before and has not changed since is as of then. */
    @Atomic
    public Map<ShelfName, Instant> readTo() {
        Map<ShelfName, Instant> read = new HashMap<>();
        entities.createQuery("SELECT s FROM StockShelfRow s", StockShelfRow.class)
                .getResultList()
                .forEach(row -> read.put(row.toName(), row.readTo()));
        return read;
    }

    /**
     * What the guard rails hold in a warehouse.
     *
     * @param soldOut how many of these SKUs Centra still sells, and Sage 200 has none of
     * @param shown units that Centra shows of them now
     * @param free units that Sage 200 has free of them, before anything is kept back
     */
    public record HeldStock(long skus, long soldOut, long shown, BigDecimal free) {}

    @Atomic
    public HeldStock held(ShelfName shelf) {
        Object[] row = entities.createQuery(
                        "SELECT COUNT(l), COALESCE(SUM(CASE WHEN l.free <= 0 AND l.shown > 0 THEN 1 ELSE 0 END), 0),"
                                + " COALESCE(SUM(l.shown), 0), COALESCE(SUM(CASE WHEN l.free > 0 THEN l.free ELSE 0 END), 0)"
                                + " FROM StockLevelRow l WHERE l.company = :company AND l.centraWarehouse = :warehouse AND l.state = :held",
                        Object[].class)
                .setParameter("company", shelf.company())
                .setParameter("warehouse", shelf.centraWarehouse())
                .setParameter("held", LevelState.HELD)
                .getSingleResult();
        return new HeldStock(
                ((Number) row[0]).longValue(),
                ((Number) row[1]).longValue(),
                ((Number) row[2]).longValue(),
                new BigDecimal(row[3].toString()));
    }

    /** How many are held that Centra was never told of: a warehouse that is published for the first time. */
    @Atomic
    public long heldBeforeTheFirstTime() {
        return entities.createQuery(
                        "SELECT COUNT(l) FROM StockLevelRow l WHERE l.state = :held AND l.published = 0", Long.class)
                .setParameter("held", LevelState.HELD)
                .getSingleResult();
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
        Instant now = time.now();
        return freshness(now.minus(within), now.plus(LATER));
    }

    /** Of what was last told between these moments, the second one left out. */
    @Atomic
    public Freshness freshness(Instant from, Instant to) {
        long count = entities.createQuery("SELECT COUNT(l) FROM StockLevelRow l WHERE " + MEASURED, Long.class)
                .setParameter("from", from)
                .setParameter("to", to)
                .getSingleResult();
        return count == 0
                ? new Freshness(0, 0, 0)
                : new Freshness(Math.toIntExact(count), seconds(from, to, count, 50), seconds(from, to, count, 95));
    }

    private int seconds(Instant from, Instant to, long count, int percent) {
        return entities
                .createQuery(
                        "SELECT l.freshSeconds FROM StockLevelRow l WHERE " + MEASURED + " ORDER BY l.freshSeconds",
                        Integer.class)
                .setParameter("from", from)
                .setParameter("to", to)
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
