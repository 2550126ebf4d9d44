package centrasage.settlements.statement;

import centrasage.flow.Sha256;
import centrasage.money.Money;
import centrasage.sync.database.Atomic;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Lines of bank statements, each once: the same statement again, or one that overlaps with it, brings nothing new. */
@ApplicationScoped
public class StatementLines {
    private EntityManager entities;

    @SuppressWarnings("NullAway.Init")
    StatementLines() {}

    @Inject
    public StatementLines(EntityManager entities) {
        this.entities = entities;
    }

    /**
     * In a transaction of its own, on the disk when it returns; all lines of one statement, or none.
     *
     * @return how many are new
     */
    @Atomic(alone = true, onDisk = true)
    public long add(List<StatementLine> lines) {
        Map<String, Integer> equal = new HashMap<>();
        long added = 0;
        for (StatementLine line : lines) {
            String whole = line.account() + "\n" + line.date() + "\n" + line.amount() + "\n" + line.text();
            String key = Sha256.hex(whole + "\n" + equal.merge(whole, 1, Integer::sum));
            if (isNew(key)) {
                entities.persist(new StatementLineRow(key, line));
                added++;
            }
        }
        return added;
    }

    private boolean isNew(String key) {
        return entities.createQuery("SELECT COUNT(s) FROM StatementLineRow s WHERE s.key = :key", Long.class)
                        .setParameter("key", key)
                        .getSingleResult()
                == 0;
    }

    /** The last day, today or before, of which there is a line, by the currency of the account; none where no statement was loaded. */
    @Atomic
    public Map<String, LocalDate> last(LocalDate today) {
        return entities
                .createQuery(
                        "SELECT s.currency, MAX(s.date) FROM StatementLineRow s WHERE s.date <= :today GROUP BY s.currency",
                        Object[].class)
                .setParameter("today", today)
                .getResultList()
                .stream()
                .collect(Collectors.toMap(row -> (String) row[0], row -> (LocalDate) row[1]));
    }

    /** A line that is no payout yet, by its id. */
    public record Free(long id, StatementLine line) {}

    /** Those of this amount from one day to another, both included, that are no payout yet. */
    @Atomic
    public List<Free> free(Money amount, LocalDate from, LocalDate to) {
        return entities
                .createQuery(
                        "SELECT s.id, s FROM StatementLineRow s WHERE s.batch = 0 AND s.currency = :currency"
                                + " AND s.amount = :amount AND s.date >= :from AND s.date <= :to ORDER BY s.id",
                        Object[].class)
                .setParameter("currency", amount.currency().getCurrencyCode())
                .setParameter("amount", amount.amount())
                .setParameter("from", from)
                .setParameter("to", to)
                .getResultList()
                .stream()
                .map(row -> new Free((Long) row[0], ((StatementLineRow) row[1]).toLine()))
                .toList();
    }

    /** Those that are payouts of these batches, by batch, the earliest first. */
    @Atomic
    public Map<Long, List<StatementLine>> of(Collection<Long> batches) {
        return batches.isEmpty()
                ? Map.of()
                : entities
                        .createQuery(
                                "SELECT s.batch, s FROM StatementLineRow s WHERE s.batch IN :batches ORDER BY s.batch, s.date, s.id",
                                Object[].class)
                        .setParameter("batches", batches)
                        .getResultList()
                        .stream()
                        .collect(Collectors.groupingBy(
                                row -> (Long) row[0],
                                Collectors.mapping(row -> ((StatementLineRow) row[1]).toLine(), Collectors.toList())));
    }

    /** In the caller's transaction: what were payouts of a batch are none, because another batch is in its place. */
    @Atomic
    public void release(long batch) {
        entities.createNativeQuery("UPDATE bank_statement_line SET batch_id = 0, line_place = 0 WHERE batch_id = ?1")
                .setParameter(1, batch)
                .executeUpdate();
    }

    /**
     * In the caller's transaction: it is this payout.
     *
     * @return false where it is another already
     */
    @Atomic
    public boolean isOf(long id, long batch, long place) {
        StatementLineRow row = entities.find(StatementLineRow.class, id);
        boolean isFree = row != null && row.isOfNoPayout();
        if (row != null && isFree) {
            row.isOf(batch, place);
        }
        return isFree;
    }
}
