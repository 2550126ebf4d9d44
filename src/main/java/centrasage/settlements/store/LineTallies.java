package centrasage.settlements.store;

import centrasage.sync.database.Atomic;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * How many lines of each batch are in which state for which cause, kept so that nobody counts a million lines to show a page: {@link
 * SettlementLines} forgets what is kept of a batch when lines of it change, and it is counted anew once that is over.
 */
@ApplicationScoped
public class LineTallies {
    private static final int AT_ONCE = 100;

    private EntityManager entities;
    private SettlementBatches batches;
    private SettlementLines lines;

    @SuppressWarnings("NullAway.Init")
    LineTallies() {}

    @Inject
    public LineTallies(EntityManager entities, SettlementBatches batches, SettlementLines lines) {
        this.entities = entities;
        this.batches = batches;
        this.lines = lines;
    }

    /** Of one batch: as it is kept, or counted now while lines of it change. */
    @Atomic
    public List<SettlementLines.Group> of(long batch) {
        List<SettlementLines.Group> kept = kept(List.of(batch)).getOrDefault(batch, List.of());
        return kept.isEmpty() ? lines.groups(batch) : kept;
    }

    /** What is kept of these batches; nothing of those that are not counted. */
    @Atomic
    public Map<Long, List<SettlementLines.Group>> kept(Collection<Long> ids) {
        return ids.isEmpty()
                ? Map.of()
                : entities
                        .createQuery(
                                "SELECT t FROM LineTallyRow t WHERE t.batch IN :batches ORDER BY t.batch, t.state, t.how, t.currency",
                                LineTallyRow.class)
                        .setParameter("batches", ids)
                        .getResultList()
                        .stream()
                        .collect(Collectors.groupingBy(
                                LineTallyRow::batch, Collectors.mapping(LineTallyRow::toGroup, Collectors.toList())));
    }

    /** Some of the batches behind this one that are received whole and not counted, by rising ids. */
    @Atomic
    public List<Long> uncounted(long after) {
        return entities.createQuery(
                        "SELECT b.id FROM SettlementBatchRow b WHERE b.state <> :receiving AND b.id > :after"
                                + " AND NOT EXISTS (SELECT t.id FROM LineTallyRow t WHERE t.batch = b.id) ORDER BY b.id",
                        Long.class)
                .setParameter("receiving", BatchState.RECEIVING)
                .setParameter("after", after)
                .setMaxResults(AT_ONCE)
                .getResultList();
    }

    /** Whoever changes lines of it waits until this is over. */
    @Atomic(alone = true)
    public void count(long batch) {
        if (batches.locked(batch).isPresent()) {
            countNow(batch);
        }
    }

    /** In the caller's transaction, which has locked it. */
    @Atomic
    public void countNow(long batch) {
        if (kept(List.of(batch)).isEmpty()) {
            lines.groups(batch).forEach(group -> entities.persist(new LineTallyRow(batch, group)));
            batches.knowWhatIsPaidOut(batch);
        }
    }
}
