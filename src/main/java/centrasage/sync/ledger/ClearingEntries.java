package centrasage.sync.ledger;

import centrasage.sync.database.Atomic;
import centrasage.sync.database.BulkStatement;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Optional;

/**
 * What stands in the clearing banks, entry by entry: written in the transaction that posts a receipt or a refund, and settled by the lines of
 * settlement files.
 */
@ApplicationScoped
public class ClearingEntries {
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

    /** In the caller's transaction: it is not in Sage any more. What a line has settled stays, and shows as a difference of its bank. */
    @Atomic
    public void undone(String company, ClearingEntry.Origin origin, String sourceKey) {
        row(company, origin, sourceKey).filter(ClearingEntryRow::isOpen).ifPresent(entities::remove);
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

    /** What no line has settled in a bank; at most {@code most} with ids above {@code after}. */
    @Atomic
    public List<ClearingEntry> open(String company, String bank, long after, int most) {
        return entities
                .createQuery(
                        "SELECT c FROM ClearingEntryRow c WHERE c.company = :company AND c.bank = :bank AND c.batch = 0"
                                + " AND c.id > :after ORDER BY c.id",
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

    /** What the lines of a batch have settled, those of one line, or of several that settle together, one after the other. */
    @Atomic
    public List<Settled> settled(long batch, long afterLine, int most) {
        return entities
                .createQuery(
                        "SELECT c FROM ClearingEntryRow c WHERE c.batch = :batch AND c.line > :after"
                                + " ORDER BY c.line, c.id",
                        ClearingEntryRow.class)
                .setParameter("batch", batch)
                .setParameter("after", afterLine)
                .setMaxResults(most)
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
}
