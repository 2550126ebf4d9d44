package centrasage.desk.bulk;

import centrasage.desk.Became;
import centrasage.desk.Deeds;
import centrasage.desk.Ignoring;
import centrasage.sync.database.Atomic;
import centrasage.sync.database.DatabaseTime;
import centrasage.sync.record.Audit;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

/** The steps of a deed about many, each a short transaction of its own: what a process did before it died is not done again. */
@ApplicationScoped
public class BulkSteps {
    private EntityManager entities;
    private Deeds deeds;
    private Audit audit;
    private DatabaseTime time;

    @SuppressWarnings("NullAway.Init")
    BulkSteps() {}

    @Inject
    BulkSteps(EntityManager entities, Deeds deeds, Audit audit, DatabaseTime time) {
        this.entities = entities;
        this.deeds = deeds;
        this.audit = audit;
        this.time = time;
    }

    /** The one that has run for longest, on whichever node it was begun. */
    @Atomic(alone = true)
    public Optional<Long> running() {
        return entities
                .createQuery("SELECT b.id FROM BulkRow b WHERE b.state = :running ORDER BY b.id", Long.class)
                .setParameter("running", Bulk.State.RUNNING)
                .setMaxResults(1)
                .getResultList()
                .stream()
                .findFirst();
    }

    /** Of which nothing has become yet; empty once it is stopped. */
    @Atomic(alone = true)
    public List<Long> pending(long bulk, int most) {
        return entities.createQuery(
                        "SELECT i.id FROM BulkItemRow i, BulkRow b WHERE i.bulkId = :bulk AND b.id = i.bulkId"
                                + " AND b.state = :running AND i.fate = :pending ORDER BY i.id",
                        Long.class)
                .setParameter("bulk", bulk)
                .setParameter("running", Bulk.State.RUNNING)
                .setParameter("pending", BulkItemRow.PENDING)
                .setMaxResults(most)
                .getResultList();
    }

    /** Acts on one exception and keeps what became of it, both or neither; what is done already stays so. */
    @Atomic(alone = true)
    public Optional<Became> act(long itemId) {
        BulkItemRow item = entities.find(BulkItemRow.class, itemId);
        BulkRow bulk = item == null ? null : entities.find(BulkRow.class, item.bulkId());
        if (item == null || bulk == null || !item.isPending()) {
            return Optional.empty();
        }
        Became became = item.obstacle().isEmpty()
                ? act(bulk.toBulk(), item)
                : new Became(Became.Fate.NOT_POSSIBLE, item.obstacle(), null);
        item.ended(became, time.now());
        return Optional.of(became);
    }

    private Became act(Bulk bulk, BulkItemRow item) {
        return switch (bulk.deed()) {
            case RETRY -> deeds.retry(item.seen(), bulk.person());
            case RESOLVE -> deeds.resolve(item.seen(), bulk.person(), bulk.words());
            case ASSIGN -> deeds.assign(item.seen(), bulk.person(), bulk.to());
            case IGNORE -> deeds.ignore(item.seen(), bulk.person(), ignoring(bulk));
        };
    }

    private static Ignoring ignoring(Bulk bulk) {
        Instant until = bulk.ignoredUntil() == null ? Instant.EPOCH : bulk.ignoredUntil();
        return new Ignoring(until.atOffset(ZoneOffset.UTC).toLocalDate(), until, bulk.words());
    }

    /** What cannot be done at all stops nothing else. */
    @Atomic(alone = true)
    public void failed(long itemId, String why) {
        BulkItemRow item = entities.find(BulkItemRow.class, itemId);
        if (item != null && item.isPending()) {
            item.ended(new Became(Became.Fate.NOT_POSSIBLE, why, null), time.now());
        }
    }

    /** Ends it where nothing is pending; what was stopped stays stopped. */
    @Atomic(alone = true)
    public void end(long bulkId) {
        BulkRow bulk = entities.find(BulkRow.class, bulkId);
        if (bulk != null
                && bulk.state() == Bulk.State.RUNNING
                && pending(bulkId, 1).isEmpty()) {
            bulk.end(Bulk.State.DONE, time.now());
            audit.write(
                    bulk.toBulk().person(),
                    "BULK_DONE",
                    bulk.subject(),
                    bulk.toBulk().items() + " exceptions");
        }
    }

    /** Forgets what was prepared and never begun for this long, and what ended before that. The audit trail keeps the deeds themselves. */
    @Atomic(alone = true)
    public int forget(Duration prepared, Duration ended) {
        Instant now = time.now();
        List<Long> old = entities.createQuery(
                        "SELECT b.id FROM BulkRow b WHERE (b.state = :preview AND b.madeAt < :prepared)"
                                + " OR (b.endedAt IS NOT NULL AND b.endedAt < :ended) ORDER BY b.id",
                        Long.class)
                .setParameter("preview", Bulk.State.PREVIEW)
                .setParameter("prepared", now.minus(prepared))
                .setParameter("ended", now.minus(ended))
                .setMaxResults(1)
                .getResultList();
        for (long bulk : old) {
            entities.createQuery("DELETE FROM BulkItemRow i WHERE i.bulkId = :bulk")
                    .setParameter("bulk", bulk)
                    .executeUpdate();
            entities.createQuery("DELETE FROM BulkRow b WHERE b.id = :bulk")
                    .setParameter("bulk", bulk)
                    .executeUpdate();
        }
        return old.size();
    }
}
