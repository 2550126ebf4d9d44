package centrasage.reconcile.worklist;

import centrasage.money.Money;
import centrasage.sync.database.Atomic;
import centrasage.sync.database.DatabaseTime;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Collection;
import java.util.List;

/** The worklists as they were when Sage 200 was last asked, so that looking at them asks nobody. */
@ApplicationScoped
public class KeptWorklists {
    /** Of one list; Sage 200 itself shows the rest. */
    public static final int ITEMS_MAX = 5_000;

    private EntityManager entities;
    private DatabaseTime time;

    @SuppressWarnings("NullAway.Init")
    KeptWorklists() {}

    @Inject
    public KeptWorklists(EntityManager entities, DatabaseTime time) {
        this.entities = entities;
        this.time = time;
    }

    /** What waits, and when Sage 200 said so. */
    public record Kept(WorkItem item, Instant readAt) {}

    /** How many wait in a company, and what they come to. */
    public record Sum(String company, long items, Money value) {}

    /**
     * In place of what was kept of this list before.
     *
     * @param silent companies that could not be read: of those it stays as it was
     */
    @Atomic(alone = true)
    void keep(Worklist list, List<WorkItem> items, Collection<String> silent) {
        Instant now = time.now();
        String but = silent.isEmpty() ? "" : " AND w.company NOT IN :silent";
        var gone = entities.createQuery("DELETE FROM WorkItemRow w WHERE w.list = :list" + but)
                .setParameter("list", list);
        if (!silent.isEmpty()) {
            gone.setParameter("silent", List.copyOf(silent));
        }
        gone.executeUpdate();
        items.stream().limit(ITEMS_MAX).forEach(item -> entities.persist(new WorkItemRow(list, item, now)));
    }

    /** The oldest first, from the one at this place on. */
    @Atomic
    public List<Kept> of(Worklist list, int from, int most) {
        return entities
                .createQuery(
                        "SELECT w FROM WorkItemRow w WHERE w.list = :list ORDER BY w.since, w.id", WorkItemRow.class)
                .setParameter("list", list)
                .setFirstResult(from)
                .setMaxResults(most)
                .getResultList()
                .stream()
                .map(WorkItemRow::toKept)
                .toList();
    }

    @Atomic
    public List<Sum> sums(Worklist list) {
        return entities
                .createQuery(
                        "SELECT w.company, w.currency, COUNT(w), SUM(w.amount) FROM WorkItemRow w WHERE w.list = :list"
                                + " GROUP BY w.company, w.currency ORDER BY w.company, w.currency",
                        Object[].class)
                .setParameter("list", list)
                .getResultList()
                .stream()
                .map(row -> new Sum(
                        (String) row[0], (Long) row[2], Money.of(((BigDecimal) row[3]).stripTrailingZeros(), (String)
                                row[1])))
                .toList();
    }
}
