package centrasage.stock.level;

import centrasage.centra.ProductSize;
import centrasage.stock.shelf.Shelf;
import centrasage.sync.database.Atomic;
import centrasage.sync.database.DatabaseTime;
import centrasage.sync.database.KeyParts;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The product sizes that Centra has, as they were last read. */
@ApplicationScoped
public class StockSizes {
    /** As long as a SKU may be here; no product of Sage's has so long a code. */
    private static final int SKU_MAX = 100;

    private EntityManager entities;
    private DatabaseTime time;

    @SuppressWarnings("NullAway.Init")
    StockSizes() {}

    @Inject
    public StockSizes(EntityManager entities, DatabaseTime time) {
        this.entities = entities;
        this.time = time;
    }

    /** When all of them were last read; empty before the first time. */
    @Atomic(alone = true)
    public Optional<Instant> readAt() {
        return entities
                .createQuery("SELECT s.seenAt FROM StockSizeRow s ORDER BY s.seenAt", Instant.class)
                .setMaxResults(1)
                .getResultList()
                .stream()
                .findFirst();
    }

    /** Keeps a page of them, without those whose SKU can be no product's. */
    @Atomic(alone = true)
    public void seen(List<ProductSize> page, Instant at) {
        for (ProductSize size : page) {
            if (size.sku().length() > SKU_MAX) {
                continue;
            }
            StockSizeRow row = entities.find(StockSizeRow.class, size.id());
            if (row == null) {
                entities.persist(new StockSizeRow(size, at));
            } else {
                row.seen(size, at);
            }
        }
    }

    /** All were read from this moment on: what was not among them is gone. */
    @Atomic(alone = true)
    public void allSeen(Instant from) {
        entities.createQuery("DELETE FROM StockSizeRow s WHERE s.seenAt < :from")
                .setParameter("from", from)
                .executeUpdate();
    }

    /** Those whose SKU no level of the warehouse is told of, by rising id. */
    @Atomic(alone = true)
    public List<ProductSize> without(Shelf shelf, long after, int most) {
        return entities
                .createQuery(
                        "SELECT s FROM StockSizeRow s WHERE s.sizeId > :after AND s.sku <> '' AND NOT EXISTS (SELECT l.id FROM StockLevelRow l"
                                + " WHERE l.sku = s.sku AND l.company = :company AND l.centraWarehouse = :warehouse"
                                + " AND l.state <> :unmatched)"
                                + " ORDER BY s.sizeId",
                        StockSizeRow.class)
                .setParameter("after", after)
                .setParameter("unmatched", LevelState.UNMATCHED)
                .setParameter("company", shelf.company())
                .setParameter("warehouse", shelf.centraWarehouse())
                .setMaxResults(most)
                .getResultList()
                .stream()
                .map(StockSizeRow::toSize)
                .toList();
    }

    /** The database's time now. */
    @Atomic(alone = true)
    public Instant now() {
        return time.now();
    }

    /** By SKU, letter by letter; none of those that Centra does not have. */
    @Atomic(alone = true)
    public Map<String, List<ProductSize>> of(Collection<String> skus) {
        Map<String, List<ProductSize>> found = new HashMap<>();
        for (List<String> part : KeyParts.of(skus)) {
            entities.createQuery("SELECT s FROM StockSizeRow s WHERE s.sku IN :skus", StockSizeRow.class)
                    .setParameter("skus", part)
                    .getResultList()
                    .forEach(row -> found.computeIfAbsent(row.toSize().sku(), sku -> new ArrayList<>())
                            .add(row.toSize()));
        }
        return found;
    }
}
