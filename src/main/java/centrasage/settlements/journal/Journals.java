package centrasage.settlements.journal;

import centrasage.flow.Sha256;
import centrasage.sync.database.Atomic;
import centrasage.sync.database.DatabaseTime;
import centrasage.sync.record.Audit;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The journals, each with what became of it. */
@ApplicationScoped
public class Journals {
    private static final String ALL = "SELECT j FROM JournalRow j WHERE ";

    private EntityManager entities;
    private DatabaseTime time;
    private Audit audit;

    @SuppressWarnings("NullAway.Init")
    Journals() {}

    @Inject
    public Journals(EntityManager entities, DatabaseTime time, Audit audit) {
        this.entities = entities;
        this.time = time;
        this.audit = audit;
    }

    /** @param isNew false where an equal one is open already, whose answer may have been lost */
    public record Added(Journal journal, boolean isNew) {}

    /**
     * In a transaction of its own, on the disk when it returns. What is open already is not added once more: imported twice it would be
     * twice in Sage. Of two that come at once one fails, and finds the other when it is tried again.
     *
     * @param minute of which its reference is
     */
    @Atomic(alone = true, onDisk = true)
    public Added add(Journal.Content content, LocalDateTime minute, String person) {
        String hash = Sha256.hex(content.toString());
        Optional<Journal> equal = read(
                        entities.createQuery(ALL + "j.contentHash = :hash AND j.state = :open", JournalRow.class)
                                .setParameter("hash", hash)
                                .setParameter("open", JournalState.OPEN))
                .stream()
                .findFirst();
        return equal.map(open -> new Added(open, false))
                .orElseGet(() -> new Added(added(content, hash, minute, person), true));
    }

    private Journal added(Journal.Content content, String hash, LocalDateTime minute, String person) {
        JournalRow row = new JournalRow(content, hash, person, time.now());
        entities.persist(row);
        row.isCalled(Journal.reference(minute, row.id()));
        int place = 0;
        for (JournalLine line : content.lines()) {
            entities.persist(new JournalLineRow(row.id(), ++place, line));
        }
        entities.flush();
        Journal journal = journal(row.id()).orElseThrow();
        audit.write(
                person,
                "JOURNAL_PROPOSED",
                journal.reference(),
                content.total() + " of " + content.date() + ", "
                        + content.lines().size() + " lines, about " + content.about() + ": " + content.narrative());
        return journal;
    }

    @Atomic
    public Optional<Journal> journal(long id) {
        return read(entities.createQuery(ALL + "j.id = :id", JournalRow.class).setParameter("id", id)).stream()
                .findFirst();
    }

    /**
     * The latest first.
     *
     * @param state null for any
     * @param before ids below this one
     */
    @Atomic
    public List<Journal> latest(@Nullable JournalState state, long before, int most) {
        return read(entities.createQuery(
                        ALL + "j.id < :before AND (:any = TRUE OR j.state = :state) ORDER BY j.id DESC",
                        JournalRow.class)
                .setParameter("before", before)
                .setParameter("any", state == null)
                .setParameter("state", state == null ? JournalState.OPEN : state)
                .setMaxResults(most));
    }

    /**
     * As {@link #latest}, from the one at {@code first} on, counted from 0.
     *
     * @param state null for any
     */
    @Atomic
    public List<Journal> page(@Nullable JournalState state, int first, int most) {
        return read(entities.createQuery(ALL + "(:any = TRUE OR j.state = :state) ORDER BY j.id DESC", JournalRow.class)
                .setParameter("any", state == null)
                .setParameter("state", state == null ? JournalState.OPEN : state)
                .setFirstResult(first)
                .setMaxResults(most));
    }

    /** Those that are to be looked for in Sage: the open ones, and those that were seen since then, which may be imported once more. */
    @Atomic
    public List<Journal> watched(Instant seenSince) {
        return read(entities.createQuery(
                        ALL + "j.state = :open OR (j.state = :seen AND j.since >= :since) ORDER BY j.id",
                        JournalRow.class)
                .setParameter("open", JournalState.OPEN)
                .setParameter("seen", JournalState.SEEN)
                .setParameter("since", seenSince));
    }

    private List<Journal> read(TypedQuery<JournalRow> query) {
        List<JournalRow> rows = query.getResultList();
        if (rows.isEmpty()) {
            return List.of();
        }
        Map<Long, List<JournalLineRow>> lines = entities
                .createQuery(
                        "SELECT l FROM JournalLineRow l WHERE l.journal IN :journals ORDER BY l.journal, l.place",
                        JournalLineRow.class)
                .setParameter("journals", rows.stream().map(JournalRow::id).toList())
                .getResultList()
                .stream()
                .collect(Collectors.groupingBy(JournalLineRow::journal));
        return rows.stream()
                .map(row -> row.toJournal(lines.getOrDefault(row.id(), List.of())))
                .toList();
    }

    /**
     * In the caller's transaction, with its trace in the audit trail.
     *
     * @param to another state than the journal's
     * @param note where Sage has it, or why it is so
     * @return false where it is in another state meanwhile
     */
    @Atomic
    public boolean become(Journal journal, JournalState to, String note, String actor) {
        boolean moved = entities.createQuery("UPDATE JournalRow j SET j.state = :to, j.since = :now, j.note = :note,"
                                + " j.openKey = j.reference"
                                + " WHERE j.id = :id AND j.state = :from")
                        .setParameter("to", to)
                        .setParameter("now", time.now())
                        .setParameter("note", note)
                        .setParameter("id", journal.id())
                        .setParameter("from", journal.state())
                        .executeUpdate()
                == 1;
        if (moved) {
            audit.write(actor, "JOURNAL_" + to, journal.reference(), note);
        }
        return moved;
    }
}
