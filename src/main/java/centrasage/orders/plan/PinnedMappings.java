package centrasage.orders.plan;

import centrasage.mapping.MappingFaults;
import centrasage.mapping.version.MappingVersions;
import centrasage.mapping.version.NumberedMappings;
import jakarta.batch.runtime.context.JobContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** The version of the mappings that a run began with: all its steps plan by it, also when another comes in force meanwhile. */
@ApplicationScoped
class PinnedMappings {
    private MappingVersions versions;

    @SuppressWarnings("NullAway.Init")
    PinnedMappings() {}

    @Inject
    PinnedMappings(MappingVersions versions) {
        this.versions = versions;
    }

    /** Kept by the run itself, so that it ends with it; a run that is restarted begins with what is in force then. */
    NumberedMappings of(JobContext run) throws MappingFaults {
        if (run.getTransientUserData() instanceof NumberedMappings pinned) {
            return pinned;
        }
        NumberedMappings current = versions.current();
        run.setTransientUserData(current);
        return current;
    }
}
