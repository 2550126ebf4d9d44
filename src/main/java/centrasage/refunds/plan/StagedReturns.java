package centrasage.refunds.plan;

import centrasage.flow.PostingKind;
import centrasage.mapping.MappingFaults;
import centrasage.mapping.version.PinnedMappings;
import centrasage.refunds.intake.CollectReturns;
import centrasage.sync.plans.StoppedByPeriod;
import centrasage.sync.runs.Failing;
import centrasage.sync.staging.PlanBasis;
import centrasage.sync.staging.Staging;
import centrasage.sync.staging.Unplanned;
import jakarta.batch.api.chunk.AbstractItemReader;
import jakarta.batch.runtime.context.JobContext;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads the returns that wait for their plan. */
@Named
@Dependent
public class StagedReturns extends AbstractItemReader {
    private final PlanBasis basis;
    private final PinnedMappings pinned;
    private final JobContext context;
    private final Unplanned unplanned;
    private final StoppedByPeriod closed;

    @Inject
    StagedReturns(Staging staging, PlanBasis basis, PinnedMappings pinned, StoppedByPeriod closed, JobContext context) {
        this.closed = closed;
        this.unplanned = new Unplanned(staging, CollectReturns.KIND);
        this.basis = basis;
        this.pinned = pinned;
        this.context = context;
    }

    @Override
    public void open(@Nullable Serializable checkpoint) throws MappingFaults {
        Failing.doing(context, () -> {
            basis.mappings(
                    CollectReturns.KIND,
                    pinned.of(context, CollectReturns.KIND).mappings().version());
            closed.planAgain(Set.of(PostingKind.CREDIT_NOTE));
        });
    }

    @Override
    public @Nullable Object readItem() {
        return Failing.telling(context, unplanned::next).orElse(null);
    }
}
