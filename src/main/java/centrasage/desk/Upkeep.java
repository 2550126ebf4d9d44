package centrasage.desk;

import centrasage.sync.database.Atomic;
import centrasage.sync.database.DatabaseTime;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.List;

/** What comes due at the desk by itself. */
@ApplicationScoped
public class Upkeep {
    private static final int AT_ONCE = 200;

    private EntityManager entities;
    private DatabaseTime time;

    @SuppressWarnings("NullAway.Init")
    Upkeep() {}

    @Inject
    Upkeep(EntityManager entities, DatabaseTime time) {
        this.entities = entities;
        this.time = time;
    }

    /** What is ignored until now or before; the rest comes back with the next call. */
    @Atomic(alone = true)
    public List<Long> ignoredUntilNow() {
        return entities.createQuery(
                        "SELECT e.id FROM ExceptionRow e WHERE e.state = :ignored AND e.ignoredUntil <= :now ORDER BY e.id",
                        Long.class)
                .setParameter("ignored", BusinessException.State.IGNORED)
                .setParameter("now", time.now())
                .setMaxResults(AT_ONCE)
                .getResultList();
    }

    /**
     * Fills in what exceptions have in common where they were opened before that was kept.
     *
     * @return false when there is nothing left to fill in
     */
    @Atomic(alone = true)
    public boolean complete() {
        List<ExceptionRow> rows = entities.createQuery(
                        "SELECT e FROM ExceptionRow e WHERE e.state IN :living AND e.groupKey = '' ORDER BY e.id",
                        ExceptionRow.class)
                .setParameter("living", List.of(BusinessException.State.OPEN, BusinessException.State.IGNORED))
                .setMaxResults(AT_ONCE)
                .getResultList();
        rows.forEach(ExceptionRow::complete);
        return !rows.isEmpty();
    }
}
