package centrasage.dispatch.plan;

import centrasage.dispatch.intake.CollectShipments;
import centrasage.flow.PostingKind;
import centrasage.mapping.MappingFaults;
import centrasage.mapping.version.PinnedMappings;
import centrasage.sync.plans.StagedReader;
import centrasage.sync.plans.StoppedByPeriod;
import centrasage.sync.staging.PlanBasis;
import centrasage.sync.staging.Staging;
import jakarta.batch.runtime.context.JobContext;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Set;

/** Reads the shipments that wait for their plan. */
@Named
@Dependent
public class StagedShipments extends StagedReader {
    private final PlanBasis basis;
    private final PinnedMappings pinned;
    private final JobContext context;
    private final StoppedByPeriod closed;

    @Inject
    StagedShipments(
            Staging staging, PlanBasis basis, PinnedMappings pinned, StoppedByPeriod closed, JobContext context) {
        super(staging, CollectShipments.KIND, context);
        this.closed = closed;
        this.basis = basis;
        this.pinned = pinned;
        this.context = context;
    }

    @Override
    protected void putBack() throws MappingFaults {
        basis.mappings(
                CollectShipments.KIND,
                pinned.of(context, CollectShipments.KIND).mappings().version());
        closed.planAgain(Set.of(PostingKind.LEDGER_INVOICE));
    }
}
