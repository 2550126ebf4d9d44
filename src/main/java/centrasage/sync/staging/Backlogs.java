package centrasage.sync.staging;

import centrasage.sync.database.Atomic;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.Optional;

/** How much waits for its plan. Looking changes nothing. */
@ApplicationScoped
public class Backlogs {
    private EntityManager entities;

    @SuppressWarnings("NullAway.Init")
    Backlogs() {}

    @Inject
    Backlogs(EntityManager entities) {
        this.entities = entities;
    }

    /** Empty when nothing waits. */
    @Atomic
    public Optional<Backlog> now() {
        return entities
                .createQuery("SELECT d FROM StagedRow d WHERE d.state = :state ORDER BY d.id", StagedRow.class)
                .setParameter("state", StagedRow.State.STAGED)
                .setMaxResults(1)
                .getResultList()
                .stream()
                .findFirst()
                .map(first -> new Backlog(count(), first.id(), first.sourceKey(), first.stagedAt()));
    }

    private long count() {
        return entities.createQuery("SELECT COUNT(d) FROM StagedRow d WHERE d.state = :state", Long.class)
                .setParameter("state", StagedRow.State.STAGED)
                .getSingleResult();
    }
}
