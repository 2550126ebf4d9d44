package centrasage.sync.runs;

import centrasage.sync.database.Atomic;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.Optional;

/** By which version of the mappings each start of a job began to plan, so that its restarts go on by the same one. */
@ApplicationScoped
public class RunMappings {
    private EntityManager entities;

    @SuppressWarnings("NullAway.Init")
    RunMappings() {}

    @Inject
    public RunMappings(EntityManager entities) {
        this.entities = entities;
    }

    /** Empty before it has begun to plan. */
    @Atomic
    public Optional<Integer> of(long instance) {
        return Optional.ofNullable(entities.find(JobMappingsRow.class, instance))
                .map(JobMappingsRow::version);
    }

    @Atomic(alone = true)
    public void pin(long instance, int version) {
        JobMappingsRow row = entities.find(JobMappingsRow.class, instance);
        if (row == null) {
            row = new JobMappingsRow(instance);
            entities.persist(row);
        }
        row.pin(version);
    }

    /** Forgets a start that is deleted with its restarts. */
    @Atomic
    public void forget(long instance) {
        entities.createQuery("DELETE FROM JobMappingsRow m WHERE m.instanceId = :id")
                .setParameter("id", instance)
                .executeUpdate();
    }
}
