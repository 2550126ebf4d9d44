package centrasage.dispatch.centra;

import centrasage.mapping.MappingFaults;
import centrasage.mapping.version.PinnedMappings;
import centrasage.sync.plans.StagedReader;
import centrasage.sync.staging.PlanBasis;
import centrasage.sync.staging.Staging;
import jakarta.batch.runtime.context.JobContext;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;

/** Reads the despatches that wait for their plan. */
@Named
@Dependent
public class StagedDespatches extends StagedReader {
    private final PlanBasis basis;
    private final PinnedMappings pinned;
    private final JobContext context;

    @Inject
    StagedDespatches(Staging staging, PlanBasis basis, PinnedMappings pinned, JobContext context) {
        super(staging, CollectDespatches.KIND, context);
        this.basis = basis;
        this.pinned = pinned;
        this.context = context;
    }

    @Override
    protected void putBack() throws MappingFaults {
        basis.mappings(
                CollectDespatches.KIND,
                pinned.of(context, CollectDespatches.KIND).mappings().version());
    }
}
