package centrasage.sync.ledger;

import centrasage.money.Money;
import centrasage.sync.database.Atomic;
import centrasage.sync.database.BulkStatement;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import java.math.BigDecimal;
import java.util.List;

/** With what Sage holds the entries of clearing banks of other currencies, in the company's own: read once, and kept with the entry. */
@ApplicationScoped
public class ClearingValues {
    private static final String HELD = "SELECT c.company, c.bank, c.origin, c.currency, COUNT(c), COUNT(c.base),"
            + " SUM(c.amount), SUM(CASE WHEN c.base IS NULL THEN c.amount ELSE 0 END), SUM(c.base) FROM ClearingEntryRow c WHERE ";

    private static final String BY_BANK = " GROUP BY c.company, c.bank, c.origin, c.currency";

    private EntityManager entities;

    @SuppressWarnings("NullAway.Init")
    ClearingValues() {}

    @Inject
    public ClearingValues(EntityManager entities) {
        this.entities = entities;
    }

    /**
     * @param urn Sage's number of it
     * @param value above zero
     */
    public record ToValue(long id, String urn, ClearingEntry.Origin origin, Money value) {}

    /**
     * Of which nobody has read what Sage holds it with.
     *
     * @param batch that has settled them; 0 is of what is open
     * @param most of a bank, with ids above {@code after}
     */
    @Atomic
    public List<ToValue> toValue(long batch, String company, String bank, long after, int most) {
        return entities
                .createQuery(
                        "SELECT c.id, c.urn, c.origin, c.amount, c.currency FROM ClearingEntryRow c WHERE c.batch = :batch"
                                + " AND c.company = :company AND c.bank = :bank AND c.base IS NULL AND c.urn <> ''"
                                + " AND c.id > :after" + ClearingEntries.AS_INDEXED,
                        Object[].class)
                .setParameter("batch", batch)
                .setParameter("company", company)
                .setParameter("bank", bank)
                .setParameter("after", after)
                .setMaxResults(most)
                .getResultList()
                .stream()
                .map(row -> new ToValue(
                        (Long) row[0], (String) row[1], (ClearingEntry.Origin) row[2], money(row[3], row[4])))
                .toList();
    }

    /**
     * What Sage holds an entry with.
     *
     * @param urn of which that was read: an entry that was posted again since is another
     * @param base in the company's own currency, not below zero
     */
    public record Valued(long id, String urn, BigDecimal base) {}

    @Atomic(alone = true)
    public void value(List<Valued> valued) {
        BulkStatement.execute(
                entities,
                "UPDATE clearing_entry SET base_value = ? WHERE id = ? AND urn = ?",
                valued,
                (statement, each) -> {
                    statement.setBigDecimal(1, each.base());
                    statement.setLong(2, each.id());
                    statement.setString(3, each.urn());
                });
    }

    /**
     * What entries of one kind in a bank come to, as Sage holds them.
     *
     * @param entries how many of them are known, with their amount and what that is in the company's own currency, all above zero
     * @param unknown of how many nobody knows what Sage holds them with, and what they come to
     */
    public record Held(
            String company,
            String bank,
            ClearingEntry.Origin origin,
            long entries,
            Money amount,
            BigDecimal base,
            long unknown,
            Money unknownAmount) {
        /** What the known ones do to the balance of their bank: above zero for receipts. */
        public BigDecimal effect() {
            return effect(amount.amount());
        }

        /** The same in the company's own currency. */
        public BigDecimal baseEffect() {
            return effect(base);
        }

        /** With the sign of these entries. */
        public BigDecimal effect(BigDecimal amountOfThem) {
            return origin.isRefund() ? amountOfThem.negate() : amountOfThem;
        }
    }

    /** What is open in a bank. */
    @Atomic
    public List<Held> held(String company, String bank) {
        return held(entities.createQuery(
                        HELD + "c.batch = 0 AND c.company = :company AND c.bank = :bank" + BY_BANK, Object[].class)
                .setParameter("company", company)
                .setParameter("bank", bank));
    }

    /** What lines of a batch have settled, in each bank. */
    @Atomic
    public List<Held> heldOf(long batch) {
        return held(entities.createQuery(HELD + "c.batch = :batch" + BY_BANK, Object[].class)
                .setParameter("batch", batch));
    }

    private static Money money(Object amount, Object currency) {
        return Money.of(new BigDecimal(amount.toString()).stripTrailingZeros(), (String) currency);
    }

    private static List<Held> held(TypedQuery<Object[]> query) {
        return query.getResultList().stream()
                .map(row -> new Held(
                        (String) row[0],
                        (String) row[1],
                        (ClearingEntry.Origin) row[2],
                        (Long) row[5],
                        money(row[6], row[3]).minus(money(row[7], row[3])),
                        row[8] == null ? BigDecimal.ZERO : (BigDecimal) row[8],
                        (Long) row[4] - (Long) row[5],
                        money(row[7], row[3])))
                .toList();
    }
}
