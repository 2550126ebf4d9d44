package centrasage.desk;

import centrasage.sync.database.Atomic;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.Collection;
import java.util.List;

/** Which exceptions were opened, closed or changed lately, for whoever tells of them. */
@ApplicationScoped
public class Changes {
    private EntityManager entities;

    @SuppressWarnings("NullAway.Init")
    Changes() {}

    @Inject
    Changes(EntityManager entities) {
        this.entities = entities;
    }

    /**
     * An exception as it was at one time.
     *
     * @param revision another one with each change
     */
    public record Seen(long id, int revision, Instant changedAt) {}

    /** An exception with what it says now. */
    public record Current(int revision, BusinessException exception) {}

    /** What changed from this moment on, after the one named last where several changed at once; the oldest first. */
    @Atomic
    public List<Seen> since(Instant from, long after, int most) {
        return entities
                .createQuery(
                        "SELECT e.id, e.revision, e.changedAt FROM ExceptionRow e WHERE e.changedAt > :from"
                                + " OR e.changedAt = :from AND e.id > :after ORDER BY e.changedAt, e.id",
                        Object[].class)
                .setParameter("from", from)
                .setParameter("after", after)
                .setMaxResults(most)
                .getResultList()
                .stream()
                .map(row -> new Seen((Long) row[0], (Integer) row[1], (Instant) row[2]))
                .toList();
    }

    /** @param ids at least one */
    @Atomic
    public List<Current> of(Collection<Long> ids) {
        return entities
                .createQuery("SELECT e FROM ExceptionRow e WHERE e.id IN :ids ORDER BY e.id", ExceptionRow.class)
                .setParameter("ids", ids)
                .getResultList()
                .stream()
                .map(row -> new Current(row.revision(), row.toException()))
                .toList();
    }
}
