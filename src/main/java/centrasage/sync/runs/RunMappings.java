package centrasage.sync.runs;

import centrasage.flow.RunPins;
import centrasage.sync.database.Atomic;
import centrasage.sync.staging.PlanBasis;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.Optional;

/** As {@link RunPins}, in the database. */
@ApplicationScoped
public class RunMappings implements RunPins {
    private EntityManager entities;
    private PlanBasis basis;

    @SuppressWarnings("NullAway.Init")
    RunMappings() {}

    @Inject
    public RunMappings(EntityManager entities, PlanBasis basis) {
        this.entities = entities;
        this.basis = basis;
    }

    @Override
    @Atomic
    public Optional<Integer> pinned(long instance) {
        return Optional.ofNullable(entities.find(JobMappingsRow.class, instance))
                .map(JobMappingsRow::version);
    }

    @Override
    public boolean arePlannedBy(String kind, String hash) {
        return basis.isOf(kind, hash);
    }

    @Override
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
