package centrasage.desk.bulk;

import centrasage.desk.Became;
import centrasage.desk.BusinessException;
import centrasage.desk.Desk;
import centrasage.desk.Obstacle;
import centrasage.desk.Seen;
import centrasage.money.Money;
import centrasage.sync.database.Atomic;
import centrasage.sync.database.DatabaseTime;
import centrasage.sync.record.Audit;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Deeds about many exceptions: prepared first, so that a person sees how many, how much and what not; and then begun. Which exceptions
 * it acts on, and in which edition, is kept when it is prepared: what was shown is what is done.
 */
@ApplicationScoped
public class BulkDesk {
    /** More than this nobody means to do at once; what is beyond is told, and is the next deed. */
    public static final int ITEMS_MAX = 10_000;

    private static final int AT_ONCE = 500;

    private EntityManager entities;
    private Desk desk;
    private Audit audit;
    private DatabaseTime time;

    @SuppressWarnings("NullAway.Init")
    BulkDesk() {}

    @Inject
    BulkDesk(EntityManager entities, Desk desk, Audit audit, DatabaseTime time) {
        this.entities = entities;
        this.desk = desk;
        this.audit = audit;
        this.time = time;
    }

    /** Which exceptions: some that a person has picked, or all of a filter. */
    public record Selection(List<Long> picked, Desk.Filter filter, String words, int mappingVersion) {
        public Selection {
            picked = List.copyOf(picked);
        }
    }

    /** Keeps what would be done; nothing is. */
    @Atomic
    public Bulk prepare(BulkDeed deed, Selection selection, String person) {
        BulkRow row = new BulkRow(deed, person, selection.words(), time.now());
        entities.persist(row);
        List<Long> ids = ids(selection);
        int many = Math.min(ids.size(), ITEMS_MAX);
        int kept = 0;
        for (int from = 0; from < many; from += AT_ONCE) {
            List<BusinessException> some = desk.all(ids.subList(from, Math.min(from + AT_ONCE, many)));
            some.forEach(each -> entities.persist(item(row.id(), deed, each)));
            kept += some.size();
        }
        row.holds(kept, ids.size() - many, selection.mappingVersion());
        return row.toBulk();
    }

    /** Counted beyond the bound up to as many again, so that a person knows that there are more. */
    private List<Long> ids(Selection selection) {
        return selection.picked().isEmpty() ? desk.ids(selection.filter(), 2 * ITEMS_MAX) : selection.picked();
    }

    private static BulkItemRow item(long bulk, BulkDeed deed, BusinessException each) {
        Money atRisk = each.kind().hasAmount()
                ? each.atRisk()
                : Money.of("0", each.atRisk().currency().getCurrencyCode());
        return new BulkItemRow(bulk, new Seen(each.id(), each.handling().edition()), atRisk, obstacle(deed, each));
    }

    private static String obstacle(BulkDeed deed, BusinessException each) {
        return switch (deed.kind()) {
            case RETRY -> Obstacle.toPlanning(each.kind(), each.state());
            case RESOLVE -> Obstacle.toResolving(each.kind(), each.state());
            case ASSIGN, IGNORE -> Obstacle.toAny(each.state());
        };
    }

    @Atomic
    public Optional<Bulk> get(long id) {
        return Optional.ofNullable(entities.find(BulkRow.class, id)).map(BulkRow::toBulk);
    }

    /** The latest first: what runs, what ran, and what was prepared. */
    @Atomic
    public List<Bulk> latest(int most) {
        return entities
                .createQuery("SELECT b FROM BulkRow b ORDER BY b.id DESC", BulkRow.class)
                .setMaxResults(most)
                .getResultList()
                .stream()
                .map(BulkRow::toBulk)
                .toList();
    }

    /** What it would do, from the very items that it would act on. */
    @Atomic
    public Bulk.Effect effect(long id) {
        int can = 0;
        Map<String, Money> sums = new TreeMap<>();
        Map<String, Integer> cannot = new LinkedHashMap<>();
        List<Object[]> rows = entities.createQuery(
                        "SELECT i.obstacle, i.currency, COUNT(i), SUM(i.amount) FROM BulkItemRow i WHERE i.bulkId = :bulk"
                                + " GROUP BY i.obstacle, i.currency ORDER BY i.obstacle, i.currency",
                        Object[].class)
                .setParameter("bulk", id)
                .getResultList();
        for (Object[] row : rows) {
            int count = ((Long) row[2]).intValue();
            BigDecimal sum = (BigDecimal) row[3];
            if (!row[0].toString().isEmpty()) {
                cannot.merge(row[0].toString(), count, Integer::sum);
                continue;
            }
            can += count;
            if (sum.signum() != 0) {
                sums.put((String) row[1], Money.of(sum.stripTrailingZeros(), (String) row[1]));
            }
        }
        return new Bulk.Effect(can, List.copyOf(sums.values()), cannot);
    }

    /** What has become of how many until now. */
    @Atomic
    public Map<Became.Fate, Integer> fates(long id) {
        Map<Became.Fate, Integer> fates = new EnumMap<>(Became.Fate.class);
        entities.createQuery(
                        "SELECT i.fate, COUNT(i) FROM BulkItemRow i WHERE i.bulkId = :bulk AND i.fate <> :pending"
                                + " GROUP BY i.fate",
                        Object[].class)
                .setParameter("bulk", id)
                .setParameter("pending", BulkItemRow.PENDING)
                .getResultList()
                .forEach(row -> fates.put(Became.Fate.valueOf((String) row[0]), ((Long) row[1]).intValue()));
        return fates;
    }

    /** Each with its exception as it is now; at most {@code most} from {@code first} on. */
    @Atomic
    public Map<Bulk.Item, BusinessException> items(long id, Became.@Nullable Fate fate, int first, int most) {
        String ofFate = fate == null ? "" : " AND i.fate = :fate";
        var query = entities.createQuery(
                        "SELECT i FROM BulkItemRow i WHERE i.bulkId = :bulk" + ofFate + " ORDER BY i.id",
                        BulkItemRow.class)
                .setParameter("bulk", id);
        if (fate != null) {
            query.setParameter("fate", fate.name());
        }
        List<Bulk.Item> items = query.setFirstResult(first).setMaxResults(most).getResultList().stream()
                .map(BulkItemRow::toItem)
                .toList();
        Map<Long, BusinessException> exceptions = new LinkedHashMap<>();
        desk.all(items.stream().map(Bulk.Item::exceptionId).toList())
                .forEach(exception -> exceptions.put(exception.id(), exception));
        Map<Bulk.Item, BusinessException> shown = new LinkedHashMap<>();
        items.forEach(item ->
                Stream.ofNullable(exceptions.get(item.exceptionId())).forEach(exception -> shown.put(item, exception)));
        return shown;
    }

    /** Begins what was prepared; false where it has begun already, or is gone. */
    @Atomic(onDisk = true)
    public boolean begin(long id, String person) {
        BulkRow row = entities.find(BulkRow.class, id);
        if (row == null || row.state() != Bulk.State.PREVIEW) {
            return false;
        }
        row.begin(person, time.now());
        Bulk bulk = row.toBulk();
        audit.write(
                person,
                "BULK_BEGUN",
                row.subject(),
                bulk.deed() + " of " + bulk.items() + " exceptions (" + bulk.selection() + ") " + bulk.words());
        return true;
    }

    /** Ends it after the exception at hand; what was done stays done. False where it does not run. */
    @Atomic(onDisk = true)
    public boolean stop(long id, String person) {
        BulkRow row = entities.find(BulkRow.class, id);
        if (row == null || row.state() != Bulk.State.RUNNING) {
            return false;
        }
        row.end(Bulk.State.STOPPED, time.now());
        audit.write(person, "BULK_STOPPED", row.subject(), "stopped by " + person);
        return true;
    }
}
