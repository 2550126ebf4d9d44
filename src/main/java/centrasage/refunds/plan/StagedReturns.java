package centrasage.refunds.plan;

import centrasage.flow.PostingKind;
import centrasage.mapping.MappingFaults;
import centrasage.mapping.version.PinnedMappings;
import centrasage.refunds.intake.CollectReturns;
import centrasage.sync.plans.StagedReader;
import centrasage.sync.plans.StoppedByPeriod;
import centrasage.sync.staging.PlanBasis;
import centrasage.sync.staging.Staging;
import jakarta.batch.runtime.context.JobContext;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Set;

/** Reads the returns that wait for their plan. */
@Named
@Dependent
public class StagedReturns extends StagedReader {
    private final PlanBasis basis;
    private final PinnedMappings pinned;
    private final JobContext context;
    private final StoppedByPeriod closed;

    @Inject
    StagedReturns(Staging staging, PlanBasis basis, PinnedMappings pinned, StoppedByPeriod closed, JobContext context) {
        super(staging, CollectReturns.KIND, context);
        this.closed = closed;
        this.basis = basis;
        this.pinned = pinned;
        this.context = context;
    }

    @Override
    protected void putBack() throws MappingFaults {
        basis.mappings(
                CollectReturns.KIND,
                pinned.of(context, CollectReturns.KIND).mappings().version());
        closed.planAgain(Set.of(PostingKind.CREDIT_NOTE));
    }
}
