package centrasage.sync.totals;

import centrasage.flow.PostingKind;
import centrasage.flow.PostingState;
import centrasage.sync.database.Atomic;
import centrasage.sync.database.KeyParts;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.OptimisticLockException;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The totals of all postings at rest, kept in the transaction that brings one to rest or takes it away. A change is a row of its own: were
 * it added to the row of its total, every lane would wait for the others at each POSTED. One worker folds these rows now and then, and
 * who reads adds up whatever there is, so that it makes no difference to anybody when that happens.
 */
@ApplicationScoped
public class PostingTotals {
    /** Rows folded in one transaction. */
    static final int PAGE = 2_000;

    private EntityManager entities;

    @SuppressWarnings("NullAway.Init")
    PostingTotals() {}

    @Inject
    public PostingTotals(EntityManager entities) {
        this.entities = entities;
    }

    /**
     * In the caller's transaction, in which the posting is locked.
     *
     * @param before what it counted as; null where it is new
     */
    public void changed(@Nullable Total before, Total after) {
        if (after.equals(before)) {
            return;
        }
        if (before != null && before.tally().isAtRest()) {
            entities.persist(new TotalRow(before.negated()));
        }
        if (after.tally().isAtRest()) {
            entities.persist(new TotalRow(after));
        }
    }

    /** Of what is at rest; none that comes to nothing. */
    @Atomic
    public List<Total> all() {
        return entities
                .createQuery(
                        "SELECT t.kind, t.state, t.company, t.currency, t.elsewhere, SUM(t.postings), SUM(t.amount)"
                                + " FROM TotalRow t GROUP BY t.kind, t.state, t.company, t.currency, t.elsewhere",
                        Object[].class)
                .getResultList()
                .stream()
                .map(PostingTotals::total)
                .filter(total -> !total.isNothing())
                .toList();
    }

    private static Total total(Object[] row) {
        Tally tally = new Tally(
                (PostingKind) row[0], (PostingState) row[1], (String) row[2], (String) row[3], (Boolean) row[4]);
        return new Total(tally, ((Number) row[5]).longValue(), (BigDecimal) row[6]);
    }

    /**
     * Makes one row of each total out of the rows after this one; of another folder that was faster nothing is undone.
     *
     * @return the last row that it looked at; the same as {@code after} where there is none left
     */
    @Atomic(alone = true)
    public long fold(long after) {
        List<TotalRow> page = entities.createQuery(
                        "SELECT t FROM TotalRow t WHERE t.id > :after ORDER BY t.id", TotalRow.class)
                .setParameter("after", after)
                .setMaxResults(PAGE)
                .getResultList();
        Map<Tally, Total> sums = summed(page.stream().map(TotalRow::total).toList());
        if (sums.size() < page.size()) {
            delete(page.stream().map(TotalRow::id).toList());
            sums.values().stream()
                    .filter(total -> !total.isNothing())
                    .forEach(total -> entities.persist(new TotalRow(total)));
        }
        return page.isEmpty() ? after : page.get(page.size() - 1).id();
    }

    private static Map<Tally, Total> summed(Collection<Total> totals) {
        return totals.stream()
                .collect(Collectors.toMap(Total::tally, Function.identity(), Total::plus, LinkedHashMap::new));
    }

    private void delete(List<Long> ids) {
        int deleted = 0;
        for (List<Long> part : KeyParts.of(ids)) {
            deleted += entities.createQuery("DELETE FROM TotalRow t WHERE t.id IN :ids")
                    .setParameter("ids", part)
                    .executeUpdate();
        }
        if (deleted != ids.size()) {
            throw new OptimisticLockException("another worker has folded some of these totals");
        }
    }
}
