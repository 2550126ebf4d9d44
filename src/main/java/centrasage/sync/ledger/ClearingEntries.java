package centrasage.sync.ledger;

import centrasage.money.Money;
import centrasage.sync.database.Atomic;
import centrasage.sync.database.BulkStatement;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * What stands in the clearing banks, entry by entry: written in the transaction that posts a receipt or a refund, and settled by the lines of
 * settlement files.
 */
@ApplicationScoped
public class ClearingEntries {
    /** In the order of ids, told in the words of the index: H2 sorts all that is left for each page otherwise. */
    static final String AS_INDEXED = " ORDER BY c.batch, c.company, c.bank, c.id";

    /** Instead of a batch: of what a person has entered in Sage by hand. */
    private static final long BY_HAND = -1;

    private EntityManager entities;

    @SuppressWarnings("NullAway.Init")
    ClearingEntries() {}

    @Inject
    public ClearingEntries(EntityManager entities) {
        this.entities = entities;
    }

    /**
     * In the caller's transaction. One that is known takes what this says, and stays settled if it was.
     *
     * @return whether it was not known
     */
    @Atomic
    public boolean add(ClearingEntry entry) {
        Optional<ClearingEntryRow> known = row(entry.company(), entry.origin(), entry.sourceKey());
        known.ifPresentOrElse(row -> row.become(entry), () -> entities.persist(new ClearingEntryRow(entry)));
        return known.isEmpty();
    }

    /**
     * In the caller's transaction. One that is known stays as it is, whatever became of it.
     *
     * @return whether it was not known
     */
    @Atomic
    public boolean addOnce(ClearingEntry entry) {
        boolean isNew = !isKnown(entry);
        if (isNew) {
            entities.persist(new ClearingEntryRow(entry));
        }
        return isNew;
    }

    /** In the caller's transaction: what Sage holds it with, where nobody knew it. */
    @Atomic
    public void learn(ClearingEntry entry) {
        row(entry.company(), entry.origin(), entry.sourceKey()).ifPresent(row -> row.learn(entry.base()));
    }

    /** Whether it was added before, whatever became of it. */
    @Atomic
    public boolean isKnown(ClearingEntry entry) {
        return row(entry.company(), entry.origin(), entry.sourceKey()).isPresent();
    }

    private Optional<ClearingEntryRow> row(String company, ClearingEntry.Origin origin, String sourceKey) {
        return entities
                .createQuery(
                        "SELECT c FROM ClearingEntryRow c WHERE c.company = :company AND c.origin = :origin"
                                + " AND c.sourceKey = :sourceKey",
                        ClearingEntryRow.class)
                .setParameter("company", company)
                .setParameter("origin", origin)
                .setParameter("sourceKey", sourceKey)
                .getResultList()
                .stream()
                .findFirst();
    }

    /** The entry of this id where it is open; empty where it is settled, or there is none. */
    @Atomic
    public Optional<ClearingEntry> stillOpen(long id) {
        return Optional.ofNullable(entities.find(ClearingEntryRow.class, id))
                .filter(ClearingEntryRow::isOpen)
                .map(ClearingEntryRow::toEntry);
    }

    /**
     * What a line is matched against: of a million open entries nothing else is read.
     *
     * @param amount above zero
     */
    public record ToMatch(long id, boolean refund, BigDecimal amount, String order, String reference) {}

    /** What no line has settled in a bank, of one currency; at most {@code most} with ids above {@code after}. */
    @Atomic
    public List<ToMatch> toMatch(String company, String bank, String currency, long after, int most) {
        return entities
                .createQuery(
                        "SELECT c.id, c.origin, c.amount, c.order, c.reference FROM ClearingEntryRow c"
                                + " WHERE c.company = :company AND c.bank = :bank AND c.batch = 0"
                                + " AND c.currency = :currency AND c.id > :after" + AS_INDEXED,
                        Object[].class)
                .setParameter("company", company)
                .setParameter("bank", bank)
                .setParameter("currency", currency)
                .setParameter("after", after)
                .setMaxResults(most)
                .getResultList()
                .stream()
                .map(row -> new ToMatch(
                        (Long) row[0],
                        ((ClearingEntry.Origin) row[1]).isRefund(),
                        (BigDecimal) row[2],
                        (String) row[3],
                        (String) row[4]))
                .toList();
    }

    /** What is open of an order, in whichever bank. */
    @Atomic
    public List<ClearingEntry> openOf(String order) {
        return entities
                .createQuery(
                        "SELECT c FROM ClearingEntryRow c WHERE c.order = :order AND c.batch = 0 ORDER BY c.id",
                        ClearingEntryRow.class)
                .setParameter("order", order)
                .getResultList()
                .stream()
                .map(ClearingEntryRow::toEntry)
                .toList();
    }

    /**
     * An entry, whatever became of it.
     *
     * @param batch the id of the one whose line has settled it
     * @param line the place of that line, of several the first
     */
    public record Known(ClearingEntry entry, long batch, long line) {
        private static Known of(ClearingEntryRow row) {
            return new Known(row.toEntry(), row.batch(), row.line());
        }

        /** Whether no line has settled it, and no person has explained it. */
        public boolean isOpen() {
            return batch == 0;
        }

        /** Whether a person has entered in Sage what became of it. */
        public boolean isByHand() {
            return batch == BY_HAND;
        }
    }

    /** All of an order, in whichever company and bank and whatever became of them. */
    @Atomic
    public List<Known> ofOrder(String order) {
        return entities
                .createQuery(
                        "SELECT c FROM ClearingEntryRow c WHERE c.order = :order ORDER BY c.id", ClearingEntryRow.class)
                .setParameter("order", order)
                .getResultList()
                .stream()
                .map(Known::of)
                .toList();
    }

    /** All of some orders of a company, in whichever bank and whatever became of them. */
    @Atomic
    public List<Known> ofOrders(String company, Collection<String> orders) {
        return entities
                .createQuery(
                        "SELECT c FROM ClearingEntryRow c WHERE c.order IN :orders AND c.company = :company ORDER BY c.id",
                        ClearingEntryRow.class)
                .setParameter("orders", orders)
                .setParameter("company", company)
                .getResultList()
                .stream()
                .map(Known::of)
                .toList();
    }

    /** What no line has settled in a bank; at most {@code most} with ids above {@code after}. */
    @Atomic
    public List<ClearingEntry> open(String company, String bank, long after, int most) {
        return entities
                .createQuery(
                        "SELECT c FROM ClearingEntryRow c WHERE c.company = :company AND c.bank = :bank AND c.batch = 0"
                                + " AND c.id > :after" + AS_INDEXED,
                        ClearingEntryRow.class)
                .setParameter("company", company)
                .setParameter("bank", bank)
                .setParameter("after", after)
                .setMaxResults(most)
                .getResultList()
                .stream()
                .map(ClearingEntryRow::toEntry)
                .toList();
    }

    /**
     * What is open in a bank, or what people have explained there, the oldest first.
     *
     * @param first from which place on, from 0
     */
    @Atomic
    public List<ClearingEntry> page(String company, String bank, boolean explained, int first, int most) {
        return entities
                .createQuery(
                        "SELECT c FROM ClearingEntryRow c WHERE c.company = :company AND c.bank = :bank AND c.batch = :batch"
                                + AS_INDEXED,
                        ClearingEntryRow.class)
                .setParameter("company", company)
                .setParameter("bank", bank)
                .setParameter("batch", explained ? BY_HAND : 0L)
                .setFirstResult(first)
                .setMaxResults(most)
                .getResultList()
                .stream()
                .map(ClearingEntryRow::toEntry)
                .toList();
    }

    /** The entry of this id, whatever became of it; empty where there is none. */
    @Atomic
    public Optional<Known> known(long id) {
        return Optional.ofNullable(entities.find(ClearingEntryRow.class, id)).map(Known::of);
    }

    /**
     * A bank in which entries stand, or stood until they were settled.
     *
     * @param isDisowned whether people have explained all that was ever in it
     */
    public record Bank(String company, String code, String currency, boolean isDisowned) {}

    /** All banks that entries were ever in. */
    @Atomic
    public List<Bank> banks() {
        return entities
                .createQuery(
                        "SELECT c.company, c.bank, c.currency, MAX(c.batch) FROM ClearingEntryRow c"
                                + " GROUP BY c.company, c.bank, c.currency",
                        Object[].class)
                .getResultList()
                .stream()
                .map(row -> new Bank((String) row[0], (String) row[1], (String) row[2], (Long) row[3] == BY_HAND))
                .toList();
    }

    /**
     * What is open in a bank of entries of some days.
     *
     * @param amount above zero whatever their origin
     * @param oldest the day of the oldest
     */
    public record Sum(
            String company, String bank, ClearingEntry.Origin origin, long entries, Money amount, LocalDate oldest) {}

    /** What is open in every bank, of entries of the days from one to another, both included. */
    @Atomic
    public List<Sum> sums(LocalDate from, LocalDate to) {
        return entities
                .createQuery(
                        "SELECT c.company, c.bank, c.origin, c.currency, COUNT(c), SUM(c.amount), MIN(c.date)"
                                + " FROM ClearingEntryRow c WHERE c.batch = 0 AND c.date >= :from AND c.date <= :to"
                                + " GROUP BY c.company, c.bank, c.origin, c.currency"
                                + " ORDER BY c.company, c.bank, c.origin",
                        Object[].class)
                .setParameter("from", from)
                .setParameter("to", to)
                .getResultList()
                .stream()
                .map(row -> new Sum(
                        (String) row[0],
                        (String) row[1],
                        (ClearingEntry.Origin) row[2],
                        (Long) row[4],
                        Money.of(((BigDecimal) row[5]).stripTrailingZeros(), (String) row[3]),
                        (LocalDate) row[6]))
                .toList();
    }

    /** What some lines of a batch have settled. */
    @Atomic
    public List<Settled> settledBy(long batch, List<Long> lines) {
        return lines.isEmpty()
                ? List.of()
                : entities
                        .createQuery(
                                "SELECT c FROM ClearingEntryRow c WHERE c.batch = :batch AND c.line IN :lines"
                                        + " ORDER BY c.line, c.id",
                                ClearingEntryRow.class)
                        .setParameter("batch", batch)
                        .setParameter("lines", lines)
                        .getResultList()
                        .stream()
                        .map(row -> new Settled(row.line(), row.toEntry()))
                        .toList();
    }

    /** @param line the place of the line that settles it, of several the first */
    public record Settled(long line, ClearingEntry entry) {}

    /**
     * @param entry the id of what the line settles
     * @param line the place of the line in its batch, of several the first
     */
    public record Settling(long entry, long line) {}

    /**
     * In the caller's transaction: these are settled by lines of a batch.
     *
     * @return false where one of them was settled by another meanwhile: then the caller must undo it all
     */
    @Atomic
    public boolean settle(long batch, List<Settling> settled) {
        return BulkStatement.execute(
                        entities,
                        "UPDATE clearing_entry SET batch_id = ?, line_place = ? WHERE id = ? AND batch_id = 0",
                        settled,
                        (statement, each) -> {
                            statement.setLong(1, batch);
                            statement.setLong(2, each.line());
                            statement.setLong(3, each.entry());
                        })
                == settled.size();
    }

    /** In the caller's transaction: what lines of a batch have settled is open again, because another batch is in its place. */
    @Atomic
    public void release(long batch) {
        entities.createNativeQuery("UPDATE clearing_entry SET batch_id = 0, line_place = 0 WHERE batch_id = ?1")
                .setParameter(1, batch)
                .executeUpdate();
    }

    /** In the caller's transaction: what this line of a batch has settled is open again. */
    @Atomic
    public void release(long batch, long line) {
        entities.createNativeQuery(
                        "UPDATE clearing_entry SET batch_id = 0, line_place = 0 WHERE batch_id = ?1 AND line_place = ?2")
                .setParameter(1, batch)
                .setParameter(2, line)
                .executeUpdate();
    }

    /**
     * In the caller's transaction: lines may settle it again, because no person has entered anything in Sage.
     *
     * @return what it is; empty where no person has said so before, and nothing has changed
     */
    @Atomic
    public Optional<ClearingEntry> notByHand(long id) {
        boolean was =
                entities.createNativeQuery("UPDATE clearing_entry SET batch_id = 0 WHERE id = ?1 AND batch_id = ?2")
                                .setParameter(1, id)
                                .setParameter(2, BY_HAND)
                                .executeUpdate()
                        == 1;
        return was ? stillOpen(id) : Optional.empty();
    }

    /**
     * In the caller's transaction: no line will settle it, because a person has entered in Sage what became of it.
     *
     * @return what it was; empty where it is not open, and nothing has changed
     */
    @Atomic
    public Optional<ClearingEntry> byHand(long id) {
        Optional<ClearingEntry> open = stillOpen(id);
        boolean isFirst = open.isPresent() && settle(BY_HAND, List.of(new Settling(id, 0)));
        return open.filter(entry -> isFirst);
    }

    /** Those that are not here. What was taken stays as it was, whatever is mapped by now: a line that was corrected for that would be taken as another. */
    @Atomic
    public List<ClearingEntry> unknown(List<ClearingEntry> items) {
        return items.stream().filter(item -> !isKnown(item)).toList();
    }

    /** All of them or none; how many were new. */
    @Atomic(alone = true)
    public long addAll(List<ClearingEntry> some) {
        return some.stream().filter(this::addOnce).count();
    }

    /** What Sage holds them with can be said later. */
    @Atomic(alone = true)
    public void learnAll(List<ClearingEntry> some) {
        some.forEach(this::learn);
    }
}
