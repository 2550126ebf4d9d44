package centrasage.settlements.store;

import centrasage.sync.database.Atomic;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What batches have moved in clearing banks of other currencies, in the company's own, as it was last read back; and what people say of the
 * rest. Sage does not see the case of a bank's code, and mappings may write it in any: codes are kept {@link #folded}.
 */
@ApplicationScoped
public class BatchBases {
    private EntityManager entities;

    @SuppressWarnings("NullAway.Init")
    BatchBases() {}

    @Inject
    public BatchBases(EntityManager entities) {
        this.entities = entities;
    }

    public static String folded(String bank) {
        return bank.toUpperCase(Locale.ROOT);
    }

    /**
     * What a batch has moved in a bank.
     *
     * @param posted by what was posted for it, and entered by hand; below zero where that took something out
     * @param left that and what its lines settle together, which changes no more; null while the batch is under way
     */
    public record Moved(BigDecimal posted, @Nullable BigDecimal left) {}

    /** In the caller's transaction, by bank: in place of what was known of the batch. */
    @Atomic
    public void put(long batch, String company, Map<String, Moved> byBank) {
        entities.createQuery("DELETE FROM BatchBaseRow b WHERE b.batch = :batch")
                .setParameter("batch", batch)
                .executeUpdate();
        byBank.forEach((bank, moved) -> entities.persist(new BatchBaseRow(batch, folded(bank), company, moved)));
    }

    /** What was posted for a batch, by bank. */
    @Atomic
    public Map<String, BigDecimal> posted(long batch) {
        Map<String, BigDecimal> posted = new TreeMap<>();
        entities.createQuery("SELECT b.bank, b.posted FROM BatchBaseRow b WHERE b.batch = :batch", Object[].class)
                .setParameter("batch", batch)
                .getResultList()
                .forEach(row -> posted.put((String) row[0], (BigDecimal) row[1]));
        return posted;
    }

    /**
     * What is left of all batches that are done in a bank.
     *
     * @param carried of those that carry something to others, or from them
     * @param exchanged of all others: what was gained or lost by exchange rates
     */
    public record Left(BigDecimal carried, BigDecimal exchanged) {}

    @Atomic
    public Left left(String company, String bank) {
        return new Left(left(company, bank, "s.carried <> 0"), left(company, bank, "s.carried = 0"));
    }

    private BigDecimal left(String company, String bank, String which) {
        return sum(entities.createQuery(
                        "SELECT SUM(b.left) FROM BatchBaseRow b, SettlementBatchRow s WHERE s.id = b.batch AND s.valued = TRUE"
                                + " AND b.company = :company AND b.bank = :bank AND " + which,
                        BigDecimal.class)
                .setParameter("company", company)
                .setParameter("bank", folded(bank))
                .getSingleResult());
    }

    private static BigDecimal sum(@Nullable BigDecimal sum) {
        return sum == null ? BigDecimal.ZERO : sum;
    }

    /**
     * A batch in a bank.
     *
     * @param moved what it has left is null while it was not read back for good
     * @param isCarried whether it carries something to others, or from them
     */
    public record OfBank(long batch, Moved moved, boolean isCarried) {}

    /** Those of a bank that are under way, or have left something; at most {@code most} with ids above {@code after}. */
    @Atomic
    public List<OfBank> ofBank(String company, String bank, long after, int most) {
        return entities
                .createQuery(
                        "SELECT s.id, b.posted, b.left, s.valued, s.carried FROM BatchBaseRow b, SettlementBatchRow s"
                                + " WHERE s.id = b.batch AND s.state IN :states AND b.company = :company AND b.bank = :bank"
                                + " AND (s.valued = FALSE OR b.left <> 0) AND s.id > :after ORDER BY s.id",
                        Object[].class)
                .setParameter("states", Set.of(BatchState.PLANNED, BatchState.SETTLED))
                .setParameter("company", company)
                .setParameter("bank", folded(bank))
                .setParameter("after", after)
                .setMaxResults(most)
                .getResultList()
                .stream()
                .map(row -> new OfBank(
                        (Long) row[0],
                        new Moved((BigDecimal) row[1], (Boolean) row[3] ? (BigDecimal) row[2] : null),
                        ((BigDecimal) row[4]).signum() != 0))
                .toList();
    }

    /** What people have explained of a bank; nothing where nobody has. */
    @Atomic
    public BigDecimal explained(String company, String bank) {
        return sum(entities.createQuery(
                        "SELECT SUM(e.amount) FROM BaseExplainedRow e WHERE e.company = :company AND e.bank = :bank",
                        BigDecimal.class)
                .setParameter("company", company)
                .setParameter("bank", folded(bank))
                .getSingleResult());
    }

    /**
     * In the caller's transaction: a person has explained so much more, in the company's own currency.
     *
     * @param before what was explained until then
     * @return false where it was another by now: nothing has changed
     */
    @Atomic
    public boolean explain(String company, String bank, BigDecimal before, BigDecimal more) {
        int changed = entities.createQuery("UPDATE BaseExplainedRow e SET e.amount = e.amount + :more"
                        + " WHERE e.company = :company AND e.bank = :bank AND e.amount = :before")
                .setParameter("more", more)
                .setParameter("company", company)
                .setParameter("bank", folded(bank))
                .setParameter("before", before)
                .executeUpdate();
        boolean isFirst = changed == 0 && before.signum() == 0 && !isThere(company, bank);
        if (isFirst) {
            entities.persist(new BaseExplainedRow(company, folded(bank), more));
            entities.flush();
        }
        return isFirst || changed == 1;
    }

    private boolean isThere(String company, String bank) {
        return entities.createQuery(
                                "SELECT COUNT(e) FROM BaseExplainedRow e WHERE e.company = :company AND e.bank = :bank",
                                Long.class)
                        .setParameter("company", company)
                        .setParameter("bank", folded(bank))
                        .getSingleResult()
                > 0;
    }
}
