package centrasage.stock.level;

import centrasage.stock.shelf.Shelf;
import centrasage.sync.database.Atomic;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.util.Optional;

/** How far the stock of each warehouse was read in Sage 200's own database: for all nodes, and whatever becomes of them. */
@ApplicationScoped
public class RowMarks {
    private EntityManager entities;

    @SuppressWarnings("NullAway.Init")
    RowMarks() {}

    @Inject
    public RowMarks(EntityManager entities) {
        this.entities = entities;
    }

    /**
     * All changes of this warehouse of Sage's with an earlier row version are known.
     *
     * @param database in which the versions count
     * @param next the first version that may not have been read
     */
    public record Mark(String database, long warehouse, long next) {}

    /** Empty before all of it was read once. */
    @Atomic(alone = true)
    public Optional<Mark> of(Shelf shelf) {
        return row(shelf, LockModeType.NONE).map(StockMarkRow::toMark);
    }

    /**
     * Everything below was read and is committed. Where somebody else has moved the mark since, theirs stays: both are true, and the earlier
     * one only reads more.
     *
     * @param before {@link #of(Shelf)} when the reading began
     */
    @Atomic(alone = true)
    public void move(Shelf shelf, Optional<Mark> before, Mark to) {
        Optional<StockMarkRow> row = row(shelf, LockModeType.PESSIMISTIC_WRITE);
        if (row.isEmpty()) {
            entities.persist(new StockMarkRow(shelf, to));
        } else if (before.equals(row.map(StockMarkRow::toMark))) {
            row.get().move(to);
        }
    }

    private Optional<StockMarkRow> row(Shelf shelf, LockModeType lock) {
        return entities
                .createQuery(
                        "SELECT m FROM StockMarkRow m WHERE m.company = :company AND m.centraWarehouse = :warehouse",
                        StockMarkRow.class)
                .setParameter("company", shelf.company())
                .setParameter("warehouse", shelf.centraWarehouse())
                .setLockMode(lock)
                .getResultList()
                .stream()
                .findFirst();
    }
}
