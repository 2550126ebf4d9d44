package centrasage.desk.alert.cause;

import centrasage.desk.BusinessException;
import centrasage.desk.Changes;
import centrasage.sync.database.Atomic;
import centrasage.sync.database.UtcTimes;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Counts what is open of each cause, a page of changed exceptions at a time. What was seen before changes nothing, so that a page may come
 * again, after a restart or on another node.
 */
@ApplicationScoped
public class CauseBook {
    private EntityManager entities;
    private Changes changes;

    @SuppressWarnings("NullAway.Init")
    CauseBook() {}

    @Inject
    CauseBook(EntityManager entities, Changes changes) {
        this.entities = entities;
        this.changes = changes;
    }

    /** Up to when changes are known; empty before the first. */
    @Atomic
    public Optional<Instant> knownTo() {
        return Optional.ofNullable(entities.createQuery("SELECT FUNCTION('MAX', m.changedAt) FROM MemberRow m")
                        .getSingleResult())
                .map(UtcTimes::aggregate);
    }

    /** @param page at least one */
    @Atomic(alone = true)
    public void take(List<Changes.Seen> page, Instant now) {
        Map<Long, Integer> known = known(page);
        List<Long> news = page.stream()
                .filter(seen -> known.getOrDefault(seen.id(), -1) != seen.revision())
                .map(Changes.Seen::id)
                .distinct()
                .toList();
        if (!news.isEmpty()) {
            changes.of(news).forEach(current -> see(current, now));
        }
    }

    private Map<Long, Integer> known(List<Changes.Seen> page) {
        return entities
                .createQuery(
                        "SELECT m.exceptionId, m.seen FROM MemberRow m WHERE m.exceptionId IN :ids", Object[].class)
                .setParameter("ids", page.stream().map(Changes.Seen::id).toList())
                .getResultList()
                .stream()
                .collect(Collectors.toMap(row -> (Long) row[0], row -> (Integer) row[1]));
    }

    /** What was closed before anybody saw it open is nobody's news. */
    private void see(Changes.Current current, Instant now) {
        BusinessException exception = current.exception();
        boolean isOpen = exception.state() == BusinessException.State.OPEN;
        @Nullable MemberRow member = entities.find(MemberRow.class, exception.id());
        if (member == null && !isOpen) {
            return;
        }
        CauseRow cause = cause(exception, now);
        if (member != null && member.isOpen()) {
            CauseRow before = member.causeId() == cause.id() ? cause : entities.find(CauseRow.class, member.causeId());
            before.less();
            before.touch();
        }
        if (isOpen) {
            cause.more(exception, now);
        }
        cause.touch();
        if (member == null) {
            member = new MemberRow(exception.id());
            entities.persist(member);
        }
        member.see(current, cause.id());
    }

    private CauseRow cause(BusinessException exception, Instant now) {
        String key = CauseKey.of(exception);
        return entities
                .createQuery("SELECT c FROM CauseRow c WHERE c.cause = :cause", CauseRow.class)
                .setParameter("cause", key)
                .getResultList()
                .stream()
                .findFirst()
                .orElseGet(() -> {
                    CauseRow made = new CauseRow(key, exception, now);
                    entities.persist(made);
                    return made;
                });
    }

    /** Causes that have changed, and of which nobody has looked yet what is to be told. */
    @Atomic
    public List<Long> due(int most) {
        return entities.createQuery("SELECT c.id FROM CauseRow c WHERE c.due = TRUE ORDER BY c.id", Long.class)
                .setMaxResults(most)
                .getResultList();
    }
}
