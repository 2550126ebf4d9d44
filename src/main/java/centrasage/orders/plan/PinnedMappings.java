package centrasage.orders.plan;

import centrasage.mapping.MappingFaults;
import centrasage.mapping.version.MappingVersions;
import centrasage.mapping.version.NumberedMappings;
import centrasage.orders.intake.Intake;
import centrasage.sync.runs.RunMappings;
import centrasage.sync.staging.PlanBasis;
import jakarta.batch.runtime.context.JobContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.logging.Logger;

/**
 * The version of the mappings that a run began with: all its steps plan by it, also when another comes in force meanwhile, and
 * so does the run that goes on when its process died. Only where a later run has planned by another version since, or this
 * version of the application cannot use the old one any more, does a restarted run begin with what is in force.
 */
@ApplicationScoped
class PinnedMappings {
    private static final Logger LOG = Logger.getLogger(PinnedMappings.class.getName());

    private MappingVersions versions;
    private RunMappings runs;
    private PlanBasis basis;

    @SuppressWarnings("NullAway.Init")
    PinnedMappings() {}

    @Inject
    PinnedMappings(MappingVersions versions, RunMappings runs, PlanBasis basis) {
        this.versions = versions;
        this.runs = runs;
        this.basis = basis;
    }

    /** Kept by the run itself while it lasts, and by the store for the one that goes on after it. */
    NumberedMappings of(JobContext run) throws MappingFaults {
        if (run.getTransientUserData() instanceof NumberedMappings pinned) {
            return pinned;
        }
        Optional<NumberedMappings> begun = runs.of(run.getInstanceId()).flatMap(this::stillFits);
        NumberedMappings pinned = begun.isPresent() ? begun.get() : versions.current();
        runs.pin(run.getInstanceId(), pinned.number());
        run.setTransientUserData(pinned);
        return pinned;
    }

    private Optional<NumberedMappings> stillFits(int number) {
        try {
            NumberedMappings begun = versions.numbered(number);
            return Optional.of(begun)
                    .filter(it -> basis.isOf(Intake.KIND, it.mappings().version()));
        } catch (MappingFaults e) {
            LOG.warning(() -> "A restarted run goes on by the mappings in force: it began with version " + number
                    + ", which cannot be used any more: " + e.getMessage());
            return Optional.empty();
        }
    }
}
