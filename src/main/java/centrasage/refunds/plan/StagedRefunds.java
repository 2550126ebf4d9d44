package centrasage.refunds.plan;

import centrasage.mapping.MappingFaults;
import centrasage.mapping.version.PinnedMappings;
import centrasage.refunds.intake.CollectRefunds;
import centrasage.sync.plans.StagedReader;
import centrasage.sync.staging.PlanBasis;
import centrasage.sync.staging.Staging;
import jakarta.batch.runtime.context.JobContext;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;

/** Reads the refunds without a return that wait for their plan. */
@Named
@Dependent
public class StagedRefunds extends StagedReader {
    private final PlanBasis basis;
    private final PinnedMappings pinned;
    private final JobContext context;

    @Inject
    StagedRefunds(Staging staging, PlanBasis basis, PinnedMappings pinned, JobContext context) {
        super(staging, CollectRefunds.KIND, context);
        this.basis = basis;
        this.pinned = pinned;
        this.context = context;
    }

    @Override
    protected void putBack() throws MappingFaults {
        basis.mappings(
                CollectRefunds.KIND,
                pinned.of(context, CollectRefunds.KIND).mappings().version());
    }
}
