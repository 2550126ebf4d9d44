package centrasage.sync.store;

import centrasage.flow.PostingKind;
import centrasage.flow.PostingState;
import centrasage.sync.database.Atomic;
import centrasage.sync.database.DatabaseTime;
import centrasage.sync.posting.LockedDocument;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.BiConsumer;

/** What is locked, read from the queue, and when it is tried again once more is known of the lock than that it was met. */
@ApplicationScoped
class LockRows {
    private EntityManager entities;
    private DatabaseTime time;
    private Moves moves;

    @SuppressWarnings("NullAway.Init")
    LockRows() {}

    @Inject
    LockRows(EntityManager entities, DatabaseTime time, Moves moves) {
        this.entities = entities;
        this.time = time;
        this.moves = moves;
    }

    /** As {@link centrasage.sync.posting.Store#locked}. */
    @Atomic(alone = true)
    int count(String company) {
        return entities.createQuery(
                        "SELECT COUNT(q) FROM QueueRow q, PostingRow p WHERE q.blockedAs = :locked"
                                + " AND p.id = q.postingId AND p.company = :company",
                        Long.class)
                .setParameter("locked", PostingState.LOCKED)
                .setParameter("company", company)
                .getSingleResult()
                .intValue();
    }

    /** As {@link centrasage.sync.posting.Store#lockedDocuments}. The other side's id is that of the posted order of the same object. */
    @Atomic(alone = true)
    List<LockedDocument> documents(int most) {
        return entities
                .createQuery(
                        "SELECT p, q, o.targetId FROM PostingRow p, QueueRow q, PostingRow o WHERE q.blockedAs = :locked"
                                + " AND p.id = q.postingId AND p.state = :locked AND o.object = q.object"
                                + " AND o.kind = :order AND o.targetId IS NOT NULL AND NOT EXISTS (SELECT b FROM QueueRow b"
                                + " WHERE b.object = q.object AND b.blockedAs = :locked AND (b.rank < q.rank"
                                + " OR (b.rank = q.rank AND b.postingId < q.postingId)))"
                                + " ORDER BY q.blockedSince, q.postingId",
                        Object[].class)
                .setParameter("locked", PostingState.LOCKED)
                .setParameter("order", PostingKind.ORDER)
                .setMaxResults(most)
                .getResultList()
                .stream()
                .map(row -> document((PostingRow) row[0], (QueueRow) row[1], (String) row[2]))
                .toList();
    }

    private static LockedDocument document(PostingRow row, QueueRow queued, String id) {
        return new LockedDocument(row.id(), row.key().company(), id, queued.notBefore());
    }

    /** As {@link centrasage.sync.posting.Store#lockStands}. */
    @Atomic(alone = true)
    void stands(LockedDocument document, String holder, Duration notFor) {
        change(document, (queued, now) -> {
            queued.notBefore(now.plus(notFor));
            queued.lockedBy(holder);
        });
    }

    /** As {@link centrasage.sync.posting.Store#lockIsGone}. */
    @Atomic(alone = true)
    void isGone(LockedDocument document, Duration after) {
        change(document, (queued, now) -> queued.dueBy(now.plus(after)));
    }

    private void change(LockedDocument document, BiConsumer<QueueRow, Instant> change) {
        PostingRow row = moves.lock(document.postingId());
        if (row.state() == PostingState.LOCKED) {
            change.accept(moves.queued(row), time.now());
        }
    }
}
