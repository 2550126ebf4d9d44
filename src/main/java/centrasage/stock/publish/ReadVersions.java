package centrasage.stock.publish;

import centrasage.flow.TargetUnavailable;
import centrasage.sage200.client.database.WarehouseItems;
import centrasage.sage200.client.database.WarehouseItems.Versions;
import centrasage.stock.level.RowMarks;
import centrasage.stock.level.RowMarks.Mark;
import centrasage.stock.level.StockLevels;
import centrasage.stock.publish.ReadHoldings.Counts;
import centrasage.stock.shelf.Shelf;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.logging.Logger;

/**
 * Reads from Sage 200's own database what has a later row version than what was read before. A version is given when a row is changed, and
 * counts as read only once no transaction can commit an earlier one any more: see docs/decisions/stock-by-row-version.md.
 */
@ApplicationScoped
public class ReadVersions {
    private static final Logger LOG = Logger.getLogger(ReadVersions.class.getName());

    private WarehouseItems items;
    private StockLevels levels;
    private RowMarks marks;

    @SuppressWarnings("NullAway.Init")
    ReadVersions() {}

    @Inject
    public ReadVersions(WarehouseItems items, StockLevels levels, RowMarks marks) {
        this.items = items;
        this.levels = levels;
        this.marks = marks;
    }

    /**
     * @param all whether all of the warehouse is read, whatever was read before
     * @param goesOn asked before each page
     * @return empty where it did not go on to the end
     */
    public Optional<Counts> read(Shelf shelf, Products products, boolean all, BooleanSupplier goesOn)
            throws TargetUnavailable {
        Optional<Mark> before = marks.of(shelf);
        Versions versions = items.versions(shelf.company());
        long from = all
                ? 0
                : before.filter(mark -> holds(mark, shelf, versions))
                        .map(Mark::next)
                        .orElse(0L);
        long read = 0;
        long news = 0;
        long after = 0;
        boolean isLast = false;
        while (!isLast) {
            if (!goesOn.getAsBoolean()) {
                return Optional.empty();
            }
            Instant readAt = levels.readingBegins();
            WarehouseItems.Page page = items.page(shelf.company(), shelf.sageId(), from, after);
            news += products.keep(page.levels(), page.unreadable(), readAt);
            read += page.read();
            after = page.lastId();
            isLast = page.isLast();
        }
        marks.move(shelf, before, new Mark(versions.database(), shelf.sageId(), versions.undecided()));
        return Optional.of(new Counts(read, news, from == 0));
    }

    /** Whether what was read before is what this database had: after it was put back, its versions begin again below. */
    private static boolean holds(Mark mark, Shelf shelf, Versions versions) {
        boolean isSame = mark.database().equals(versions.database()) && mark.next() <= versions.last() + 1;
        if (!isSame) {
            LOG.warning(
                    () -> "the database of Sage 200 company " + shelf.company() + " is another one than before, or was"
                            + " restored: all stock of " + shelf.sageWarehouse() + " is read");
        }
        return isSame && mark.warehouse() == shelf.sageId();
    }
}
