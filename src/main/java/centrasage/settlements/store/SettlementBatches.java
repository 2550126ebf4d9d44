package centrasage.settlements.store;

import centrasage.money.Money;
import centrasage.settlements.file.Batch;
import centrasage.settlements.file.BatchSums;
import centrasage.settlements.file.SettlementKey;
import centrasage.sync.database.Atomic;
import centrasage.sync.database.DatabaseTime;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The batches, each in all its versions. */
@ApplicationScoped
public class SettlementBatches {
    private EntityManager entities;
    private DatabaseTime time;
    private SettlementLines lines;

    @SuppressWarnings("NullAway.Init")
    SettlementBatches() {}

    @Inject
    public SettlementBatches(EntityManager entities, DatabaseTime time, SettlementLines lines) {
        this.entities = entities;
        this.time = time;
        this.lines = lines;
    }

    /**
     * Begins the next version of a batch, in a transaction of its own: its lines can be added from now on.
     *
     * @return its id
     */
    @Atomic(alone = true)
    public long begin(SettlementKey key) {
        int latest =
                versions(key).stream().mapToInt(SettlementBatch::version).max().orElse(0);
        SettlementBatchRow row = new SettlementBatchRow(key, latest + 1, time.now());
        entities.persist(row);
        return row.id();
    }

    /**
     * As it is now, and nobody else changes it, its lines or what is planned for it before the caller's transaction ends. Whoever locks a
     * batch and postings of it locks the batch first.
     *
     * @return empty where there is none: another node may have dropped what a dead run had begun
     */
    @Atomic
    public Optional<SettlementBatch> locked(long id) {
        entities.flush();
        SettlementBatchRow row = entities.find(SettlementBatchRow.class, id, LockModeType.PESSIMISTIC_WRITE);
        if (row == null) {
            return Optional.empty();
        }
        entities.refresh(row);
        return Optional.of(row.toBatch());
    }

    /** What a run that died had begun: its lines go, and its file is still in the inbox. */
    @Atomic(alone = true)
    public void forgetWhatIsNotWhole() {
        entities.createQuery("SELECT b.id FROM SettlementBatchRow b WHERE b.state = :receiving", Long.class)
                .setParameter("receiving", BatchState.RECEIVING)
                .getResultList()
                .forEach(this::drop);
    }

    /** In the caller's transaction: a batch with all its lines, which said nothing that was not known. */
    @Atomic
    public void drop(long id) {
        lines.delete(id);
        entities.createQuery("DELETE FROM SettlementBatchRow b WHERE b.id = :id")
                .setParameter("id", id)
                .executeUpdate();
    }

    /** In the caller's transaction: all lines of it are there. */
    @Atomic
    public void received(long id, long file, Batch batch, BatchSums sums, String contentHash, BatchState state) {
        SettlementBatchRow row = row(id);
        row.received(file, batch, sums, contentHash);
        row.become(state, time.now());
    }

    /** In the caller's transaction. */
    @Atomic
    public void become(long id, BatchState state) {
        row(id).become(state, time.now());
    }

    /**
     * In the caller's transaction: this company of Sage 200 has its clearing bank.
     *
     * @param bank empty where none is mapped yet
     */
    @Atomic
    public void belongsTo(long id, String company, String bank) {
        row(id).belongsTo(company, bank);
    }

    /**
     * In the caller's transaction: what it leaves in its bank comes to this in the company's own currency, as it is planned or was read back.
     *
     * @param inBase null where that is the currency of its bank, or nothing is known
     */
    @Atomic
    public void carries(long id, @Nullable BigDecimal inBase) {
        row(id).carries(inBase);
    }

    /**
     * What stays of batches in a clearing bank though all of them is posted: balances that were carried to the next batch.
     *
     * @param amount above zero where the provider still owes it
     * @param day the last day of the latest batch that carries something, or takes over what was carried; null where none says it
     */
    public record Carried(
            String company,
            String bank,
            Money amount,
            @Nullable LocalDate day) {}

    /** What is carried in each clearing bank for each merchant account; nothing too, where what was carried was taken over. */
    @Atomic
    public List<Carried> carried() {
        return entities
                .createQuery(
                        "SELECT b.company, b.clearingBank, b.currency, SUM(b.carried), MAX(b.last)"
                                + " FROM SettlementBatchRow b"
                                + " WHERE b.state IN :states AND b.clearingBank <> '' AND b.carried <> 0"
                                + " GROUP BY b.company, b.clearingBank, b.currency, b.psp, b.account",
                        Object[].class)
                .setParameter("states", Set.of(BatchState.PLANNED, BatchState.SETTLED))
                .getResultList()
                .stream()
                .map(row -> new Carried(
                        (String) row[0],
                        (String) row[1],
                        Money.of(((BigDecimal) row[3]).stripTrailingZeros(), (String) row[2]),
                        (LocalDate) row[4]))
                .toList();
    }

    /** What this batch carries to the next, above zero where the provider still owes it. */
    @Atomic
    public Money carried(long id) {
        return row(id).carried();
    }

    /**
     * What batches have left in a bank: balances that were carried, and what was gained or lost by exchange rates.
     *
     * @param inBase in the company's own currency
     */
    public record CarriedBase(BigDecimal amount, BigDecimal inBase) {}

    /** What batches that came before this one have left in its bank, as far as that is known. */
    @Atomic
    public CarriedBase carriedBefore(SettlementBatch batch, String company, String bank) {
        Object[] row = entities.createQuery(
                        "SELECT SUM(b.carried), SUM(b.carriedBase) FROM SettlementBatchRow b"
                                + " WHERE b.company = :company AND b.clearingBank = :bank AND b.state IN :states"
                                + " AND b.carriedBase IS NOT NULL AND b.id < :id",
                        Object[].class)
                .setParameter("company", company)
                .setParameter("bank", bank)
                .setParameter("states", Set.of(BatchState.PLANNED, BatchState.SETTLED))
                .setParameter("id", batch.id())
                .getSingleResult();
        return row[0] == null
                ? new CarriedBase(BigDecimal.ZERO, BigDecimal.ZERO)
                : new CarriedBase((BigDecimal) row[0], (BigDecimal) row[1]);
    }

    /**
     * Those of a company that are planned or finished of which nobody has read back for good what they left; at most {@code most} with ids
     * above {@code after}.
     */
    @Atomic
    public List<SettlementBatch> toValue(String company, long after, int most) {
        return entities
                .createQuery(
                        "SELECT b FROM SettlementBatchRow b WHERE b.state IN :states AND b.company = :company AND b.valued = FALSE"
                                + " AND b.id > :after ORDER BY b.id",
                        SettlementBatchRow.class)
                .setParameter("states", Set.of(BatchState.PLANNED, BatchState.SETTLED))
                .setParameter("company", company)
                .setParameter("after", after)
                .setMaxResults(most)
                .getResultList()
                .stream()
                .map(SettlementBatchRow::toBatch)
                .toList();
    }

    /** In the caller's transaction: of what was received before that was kept. */
    @Atomic
    void knowWhatIsPaidOut(long id) {
        row(id).knowWhatIsPaidOut();
    }

    /** In the caller's transaction: what this batch left is read back, and will not change. */
    @Atomic
    public void valued(long id) {
        row(id).isValued();
    }

    /** A clearing bank of some batch. */
    public record Bank(String company, String code, String currency) {}

    /** All clearing banks of batches that are planned, or finished. */
    @Atomic
    public List<Bank> banks() {
        return entities
                .createQuery(
                        "SELECT DISTINCT b.company, b.clearingBank, b.currency FROM SettlementBatchRow b"
                                + " WHERE b.state IN :states AND b.clearingBank <> ''",
                        Object[].class)
                .setParameter("states", Set.of(BatchState.PLANNED, BatchState.SETTLED))
                .getResultList()
                .stream()
                .map(row -> new Bank((String) row[0], (String) row[1], (String) row[2]))
                .toList();
    }

    /** In the caller's transaction: something of a batch that was finished is to be looked at again. */
    @Atomic
    public void reopen(String name) {
        entities.createQuery(
                        "SELECT b FROM SettlementBatchRow b WHERE b.name = :name AND b.state = :settled",
                        SettlementBatchRow.class)
                .setParameter("name", name)
                .setParameter("settled", BatchState.SETTLED)
                .getResultList()
                .forEach(row -> row.become(BatchState.PLANNED, time.now()));
    }

    /** Those that a file brought, whatever became of them. */
    @Atomic
    public List<SettlementBatch> ofFile(long file) {
        return entities
                .createQuery("SELECT b FROM SettlementBatchRow b WHERE b.file = :file", SettlementBatchRow.class)
                .setParameter("file", file)
                .getResultList()
                .stream()
                .map(SettlementBatchRow::toBatch)
                .toList();
    }

    private SettlementBatchRow row(long id) {
        SettlementBatchRow row = entities.find(SettlementBatchRow.class, id);
        if (row == null) {
            throw new IllegalStateException("settlement batch " + id + " is not in the store");
        }
        return row;
    }

    /** The batch of this id; empty where there is none. */
    @Atomic
    public Optional<SettlementBatch> batch(long id) {
        return Optional.ofNullable(entities.find(SettlementBatchRow.class, id)).map(SettlementBatchRow::toBatch);
    }

    /** All versions of a batch, the latest first, those that are being received left out; its account in whichever case. */
    @Atomic
    public List<SettlementBatch> versions(SettlementKey key) {
        return entities
                .createQuery(
                        "SELECT b FROM SettlementBatchRow b WHERE b.psp = :psp AND LOWER(b.account) = LOWER(:account)"
                                + " AND b.number = :number AND b.currency = :currency AND b.state <> :receiving"
                                + " ORDER BY b.version DESC",
                        SettlementBatchRow.class)
                .setParameter("psp", key.psp())
                .setParameter("account", key.account())
                .setParameter("number", key.batch())
                .setParameter("currency", key.currency().getCurrencyCode())
                .setParameter("receiving", BatchState.RECEIVING)
                .getResultList()
                .stream()
                .map(SettlementBatchRow::toBatch)
                .toList();
    }

    /** As {@link #versions}, each {@link #locked}. */
    @Atomic
    public List<SettlementBatch> lockedVersions(SettlementKey key) {
        return versions(key).stream()
                .sorted(Comparator.comparingLong(SettlementBatch::id))
                .flatMap(version -> locked(version.id()).stream())
                .sorted(Comparator.comparingInt(SettlementBatch::version).reversed())
                .toList();
    }

    /** The batches of this number and merchant account that are posted, or about to be, in every currency. */
    @Atomic
    public List<SettlementBatch> inEachCurrency(SettlementKey key) {
        return entities
                .createQuery(
                        "SELECT b FROM SettlementBatchRow b WHERE b.psp = :psp AND LOWER(b.account) = LOWER(:account)"
                                + " AND b.number = :number AND b.state IN :states",
                        SettlementBatchRow.class)
                .setParameter("psp", key.psp())
                .setParameter("account", key.account())
                .setParameter("number", key.batch())
                .setParameter("states", Set.of(BatchState.PROVEN, BatchState.PLANNED, BatchState.SETTLED))
                .getResultList()
                .stream()
                .map(SettlementBatchRow::toBatch)
                .toList();
    }

    /** Those of a day or later, the latest version of each: of what came again and differs the one that is planned. */
    @Atomic
    public List<SettlementBatch> receivedSince(LocalDate day) {
        return entities
                .createQuery(
                        "SELECT b FROM SettlementBatchRow b WHERE b.state IN :states AND (b.last IS NULL OR b.last >= :day)"
                                + " ORDER BY b.id",
                        SettlementBatchRow.class)
                .setParameter(
                        "states", Set.of(BatchState.STOPPED, BatchState.PROVEN, BatchState.PLANNED, BatchState.SETTLED))
                .setParameter("day", day)
                .getResultList()
                .stream()
                .map(SettlementBatchRow::toBatch)
                .toList();
    }

    /** Those in one of these states, the oldest first; at most {@code most} with ids above {@code after}. */
    @Atomic
    public List<SettlementBatch> in(Set<BatchState> states, long after, int most) {
        return entities
                .createQuery(
                        "SELECT b FROM SettlementBatchRow b WHERE b.state IN :states AND b.id > :after ORDER BY b.id",
                        SettlementBatchRow.class)
                .setParameter("states", states)
                .setParameter("after", after)
                .setMaxResults(most)
                .getResultList()
                .stream()
                .map(SettlementBatchRow::toBatch)
                .toList();
    }

    /** The latest first; at most {@code most} with ids below {@code before}. */
    @Atomic
    public List<SettlementBatch> latest(long before, int most) {
        return entities
                .createQuery(
                        "SELECT b FROM SettlementBatchRow b WHERE b.state <> :receiving AND b.id < :before"
                                + " ORDER BY b.id DESC",
                        SettlementBatchRow.class)
                .setParameter("receiving", BatchState.RECEIVING)
                .setParameter("before", before)
                .setMaxResults(most)
                .getResultList()
                .stream()
                .map(SettlementBatchRow::toBatch)
                .toList();
    }
}
