package centrasage.settlements.base;

import centrasage.settlements.rate.BookedRates;
import centrasage.settlements.store.BatchState;
import centrasage.settlements.store.SettlementBatch;
import centrasage.settlements.store.SettlementBatches;
import centrasage.sync.database.Atomic;
import centrasage.sync.ledger.ClearingValues;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What batches have moved in clearing banks of other currencies, in the company's own, as it was last read back; and what people say of the rest. */
@ApplicationScoped
public class BatchBases {
    private EntityManager entities;
    private SettlementBatches batches;
    private ClearingValues entries;

    @SuppressWarnings("NullAway.Init")
    BatchBases() {}

    @Inject
    public BatchBases(EntityManager entities, SettlementBatches batches, ClearingValues entries) {
        this.entities = entities;
        this.batches = batches;
        this.entries = entries;
    }

    /**
     * What a batch has moved in a bank.
     *
     * @param posted by what was posted for it, and entered by hand; below zero where that took something out
     * @param left that and what its lines settle together, which changes no more; null while the batch is under way
     */
    private record Moved(BigDecimal posted, @Nullable BigDecimal left) {}

    /**
     * What was posted for a batch was read back. Nothing where that is known already, and where the batch has become something else
     * meanwhile: the next look does it.
     *
     * @param posted by bank
     * @param booked at which rates it went out
     * @param foreignBanks the banks of other currencies than the company's
     */
    @Atomic(alone = true)
    public void keep(
            SettlementBatch batch, Map<String, BigDecimal> posted, BookedRates booked, Set<String> foreignBanks) {
        boolean isDone = batch.state() == BatchState.SETTLED;
        Set<String> foreign = foreignBanks.stream().map(BatchBases::folded).collect(Collectors.toSet());
        if (!isDone && isKnown(batch.id(), posted, foreign)) {
            return;
        }
        if (batches.locked(batch.id())
                .filter(now -> now.state() == batch.state())
                .isEmpty()) {
            return;
        }
        Map<String, BigDecimal> left = new TreeMap<>(posted);
        for (ClearingValues.Held held : entries.heldOf(batch.id())) {
            if (foreign.contains(folded(held.bank()))) {
                left.merge(folded(held.bank()), effect(held, booked), BigDecimal::add);
            }
        }
        Map<String, Moved> all = new TreeMap<>();
        left.forEach((bank, whole) ->
                all.put(bank, new Moved(posted.getOrDefault(bank, BigDecimal.ZERO), isDone ? whole : null)));
        put(batch.id(), batch.company(), all);
        if (isDone) {
            String own = folded(batch.clearingBank());
            batches.carries(batch.id(), foreign.contains(own) ? left.getOrDefault(own, BigDecimal.ZERO) : null);
            batches.valued(batch.id());
        }
    }

    /** People look often, and jobs hold the batch meanwhile: what says nothing new locks nothing. */
    private boolean isKnown(long batch, Map<String, BigDecimal> posted, Set<String> foreign) {
        Map<String, BigDecimal> before = posted(batch);
        return before.keySet().containsAll(posted.keySet())
                && before.entrySet().stream()
                        .allMatch(each ->
                                each.getValue().compareTo(posted.getOrDefault(each.getKey(), BigDecimal.ZERO)) == 0)
                && entries.heldOf(batch).stream()
                        .map(held -> folded(held.bank()))
                        .allMatch(bank -> !foreign.contains(bank) || before.containsKey(bank));
    }

    /** What nobody knows of is taken at the rate at which it goes out. */
    private static BigDecimal effect(ClearingValues.Held held, BookedRates booked) {
        BigDecimal unknown = booked.inBase(held.unknownAmount());
        return unknown == null ? held.baseEffect() : held.baseEffect().add(held.effect(unknown));
    }

    /** Sage does not see the case of a bank's code, and mappings may write it in any. */
    static String folded(String bank) {
        return bank.toUpperCase(Locale.ROOT);
    }

    private void put(long batch, String company, Map<String, Moved> byBank) {
        entities.createNativeQuery("DELETE FROM batch_base WHERE batch_id = ?1")
                .setParameter(1, batch)
                .executeUpdate();
        byBank.forEach((bank, of) -> entities.createNativeQuery(
                        "INSERT INTO batch_base (batch_id, bank, company, posted, what_is_left) VALUES (?1, ?2, ?3, ?4,"
                                + " CAST(?5 AS DECIMAL(19, 4)))")
                .setParameter(1, batch)
                .setParameter(2, bank)
                .setParameter(3, company)
                .setParameter(4, of.posted())
                .setParameter(5, of.left())
                .executeUpdate());
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
        return sum(entities.createNativeQuery("SELECT SUM(b.what_is_left) FROM batch_base b"
                        + " JOIN settlement_batch s ON s.id = b.batch_id AND s.is_valued = 1"
                        + " WHERE b.company = ?1 AND b.bank = ?2 AND " + which)
                .setParameter(1, company)
                .setParameter(2, folded(bank))
                .getSingleResult());
    }

    private static BigDecimal sum(@Nullable Object sum) {
        return sum == null ? BigDecimal.ZERO : (BigDecimal) sum;
    }

    /**
     * What a batch has moved in a bank.
     *
     * @param posted by what was posted for it, and entered by hand
     * @param left that with what its lines settle, as it was read back for good; null while that is not so
     * @param isCarried whether it carries something to others, or from them
     */
    public record OfBank(
            long batch, BigDecimal posted, @Nullable BigDecimal left, boolean isCarried) {}

    /** Those of a bank that are under way, or have left something; at most {@code most} with ids above {@code after}. */
    @Atomic
    public List<OfBank> ofBank(String company, String bank, long after, int most) {
        List<?> rows = entities.createNativeQuery(
                        "SELECT s.id, b.posted, b.what_is_left, s.is_valued, s.carried FROM batch_base b"
                                + " JOIN settlement_batch s ON s.id = b.batch_id AND s.state IN ('PLANNED', 'SETTLED')"
                                + " WHERE b.company = ?1 AND b.bank = ?2 AND (s.is_valued = 0 OR b.what_is_left <> 0) AND s.id > ?3"
                                + " ORDER BY s.id")
                .setParameter(1, company)
                .setParameter(2, folded(bank))
                .setParameter(3, after)
                .setMaxResults(most)
                .getResultList();
        return rows.stream()
                .map(row -> {
                    Object[] columns = (Object[]) row;
                    boolean isValued = Boolean.TRUE.equals(columns[3]);
                    return new OfBank(
                            ((Number) columns[0]).longValue(),
                            (BigDecimal) columns[1],
                            isValued ? (BigDecimal) columns[2] : null,
                            ((BigDecimal) columns[4]).signum() != 0);
                })
                .toList();
    }

    /** What was posted for a batch, by bank. */
    @Atomic
    public Map<String, BigDecimal> posted(long batch) {
        Map<String, BigDecimal> posted = new TreeMap<>();
        List<?> rows = entities.createNativeQuery("SELECT bank, posted FROM batch_base WHERE batch_id = ?1")
                .setParameter(1, batch)
                .getResultList();
        rows.forEach(row -> {
            Object[] columns = (Object[]) row;
            posted.put((String) columns[0], (BigDecimal) columns[1]);
        });
        return posted;
    }

    /** What people have explained of a bank; nothing where nobody has. */
    @Atomic
    public BigDecimal explained(String company, String bank) {
        return sum(entities.createNativeQuery("SELECT SUM(amount) FROM base_explained WHERE company = ?1 AND bank = ?2")
                .setParameter(1, company)
                .setParameter(2, folded(bank))
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
        int changed = entities.createNativeQuery(
                        "UPDATE base_explained SET amount = amount + ?1 WHERE company = ?2 AND bank = ?3"
                                + " AND amount = ?4")
                .setParameter(1, more)
                .setParameter(2, company)
                .setParameter(3, folded(bank))
                .setParameter(4, before)
                .executeUpdate();
        if (changed == 0 && before.signum() == 0) {
            changed = entities.createNativeQuery("INSERT INTO base_explained (amount, company, bank) SELECT ?1, ?2, ?3"
                            + " WHERE NOT EXISTS (SELECT 1 FROM base_explained WHERE company = ?2 AND bank = ?3)")
                    .setParameter(1, more)
                    .setParameter(2, company)
                    .setParameter(3, folded(bank))
                    .executeUpdate();
        }
        return changed == 1;
    }
}
