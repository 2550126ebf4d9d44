package centrasage.sync.store;

import centrasage.flow.PostingState;
import centrasage.sync.database.Atomic;
import centrasage.sync.database.DatabaseTime;
import centrasage.sync.posting.Reasons;
import centrasage.sync.vault.PersonalData;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.List;

/**
 * Erases the person behind an order. What is not finished is not forgotten with them: what was still to be sent is held, so that
 * a person is told, and what is in doubt is still looked for by its key; keys, amounts and links are nobody's personal data.
 */
@ApplicationScoped
public class Erasure {
    /** The unfinished postings of a subject that hold anything of it: the object of a posting is its company and the subject. */
    private static final String UNFINISHED = "SELECT q.postingId FROM QueueRow q, PostingRow p WHERE q.postingId = p.id"
            + " AND p.kind <> centrasage.flow.PostingKind.ORDER_CORRECTION AND q.object ="
            + " CONCAT(p.company, CONCAT('/', ";

    private EntityManager entities;
    private PersonalData personalData;
    private Moves moves;
    private DatabaseTime time;

    @SuppressWarnings("NullAway.Init")
    Erasure() {}

    @Inject
    Erasure(EntityManager entities, PersonalData personalData, Moves moves, DatabaseTime time) {
        this.entities = entities;
        this.personalData = personalData;
        this.moves = moves;
        this.time = time;
    }

    /**
     * Erases one order's personal data for ever, whatever it waits for; doing it again changes nothing. It is on the disk when
     * somebody is told that it is done.
     *
     * @param subject such as {@code C10234}
     */
    @Atomic(onDisk = true)
    public boolean erase(String subject, String actor) {
        unfinished(subject).stream()
                .sorted()
                .map(moves::lock)
                .filter(Erasure::isUnsent)
                .forEach(this::hold);
        return personalData.erase(subject, actor);
    }

    /** As {@link #erase}, and only what is finished: everything else waits. */
    @Atomic
    public boolean eraseFinished(String subject, String actor) {
        return unfinished(subject).isEmpty() && personalData.erase(subject, actor);
    }

    /** The subjects whose keys are older than this and still there, and for which nothing is to be done any more. */
    @Atomic
    public List<String> finishedBefore(Instant limit, int most) {
        return entities.createQuery(
                        "SELECT k.subject FROM PersonalKeyRow k WHERE k.createdAt < :limit AND k.destroyedAt IS NULL"
                                + " AND NOT EXISTS (" + UNFINISHED + "k.subject))) ORDER BY k.createdAt",
                        String.class)
                .setParameter("limit", limit)
                .setMaxResults(most)
                .getResultList();
    }

    private List<Long> unfinished(String subject) {
        return entities.createQuery(UNFINISHED + ":subject))", Long.class)
                .setParameter("subject", subject)
                .getResultList();
    }

    /** What may have been sent keeps its state: its answer, or the reading back by its key, decides. */
    private static boolean isUnsent(PostingRow row) {
        return row.state().isUnfinished() && row.state().mayBecome(PostingState.SENDING);
    }

    private void hold(PostingRow row) {
        moves.held(row, List.of(Reasons.erased(row.key().sourceKey())), time.now());
    }
}
