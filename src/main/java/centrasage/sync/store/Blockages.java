package centrasage.sync.store;

import centrasage.flow.PostingKind;
import centrasage.flow.PostingState;
import centrasage.sync.database.Atomic;
import centrasage.sync.posting.Block;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What is locked or parked, read for people. Looking changes nothing. */
@ApplicationScoped
public class Blockages {
    /** What is parked lets its equals pass. */
    private static final int NO_RANK = -1;

    private EntityManager entities;

    @SuppressWarnings("NullAway.Init")
    Blockages() {}

    @Inject
    Blockages(EntityManager entities) {
        this.entities = entities;
    }

    /** All that is locked now: how many of which documents, and the lock that has lasted longest. */
    public record Locks(Map<Documents, Long> postings, Block oldest) {}

    /** Of those of these postings that are locked or parked, by posting. */
    @Atomic
    public Map<Long, Blockage> of(Collection<Posting> postings) {
        List<Long> unfinished = postings.stream()
                .filter(posting -> posting.state().isUnfinished())
                .map(Posting::id)
                .toList();
        Map<Long, Blockage> found = new HashMap<>();
        for (QueueRow row : blocked(unfinished)) {
            Optional.ofNullable(row.block())
                    .ifPresent(block -> found.put(row.postingId(), new Blockage(block, waiting(row), row.notBefore())));
        }
        return found;
    }

    private List<QueueRow> blocked(List<Long> ids) {
        return ids.isEmpty()
                ? List.of()
                : entities.createQuery(
                                "SELECT q FROM QueueRow q WHERE q.blockedAs IS NOT NULL AND q.postingId IN :ids",
                                QueueRow.class)
                        .setParameter("ids", ids)
                        .getResultList();
    }

    /** Those that stand behind it in its object, and those that wait for it from elsewhere. */
    private long waiting(QueueRow row) {
        return entities.createQuery(
                                "SELECT COUNT(q) FROM QueueRow q WHERE q.object = :object AND (q.rank > :rank"
                                        + " OR (q.rank = :equals AND q.postingId > :id))",
                                Long.class)
                        .setParameter("object", row.object())
                        .setParameter("rank", row.rank())
                        .setParameter("equals", row.isLocked() ? row.rank() : NO_RANK)
                        .setParameter("id", row.postingId())
                        .getSingleResult()
                + entities.createQuery(
                                "SELECT COUNT(q) FROM QueueRow q WHERE q.waitsFor = :id AND q.object <> :object",
                                Long.class)
                        .setParameter("id", row.postingId())
                        .setParameter("object", row.object())
                        .getSingleResult();
    }

    /** Empty when nothing is locked. */
    @Atomic
    public Optional<Locks> locked() {
        return entities
                .createQuery(
                        "SELECT q FROM QueueRow q WHERE q.blockedAs = :locked ORDER BY q.blockedSince, q.postingId",
                        QueueRow.class)
                .setParameter("locked", PostingState.LOCKED)
                .setMaxResults(1)
                .getResultList()
                .stream()
                .flatMap(row -> Optional.ofNullable(row.block()).stream())
                .findFirst()
                .map(oldest -> new Locks(count(), oldest));
    }

    private Map<Documents, Long> count() {
        Map<Documents, Long> counts = new EnumMap<>(Documents.class);
        entities.createQuery(
                        "SELECT p.kind, COUNT(q) FROM QueueRow q, PostingRow p WHERE p.id = q.postingId"
                                + " AND q.blockedAs = :locked GROUP BY p.kind",
                        Object[].class)
                .setParameter("locked", PostingState.LOCKED)
                .getResultList()
                .forEach(row -> counts.merge(Documents.of((PostingKind) row[0]), (Long) row[1], Long::sum));
        return counts;
    }
}
