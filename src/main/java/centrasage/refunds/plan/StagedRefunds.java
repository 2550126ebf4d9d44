package centrasage.refunds.plan;

import centrasage.mapping.MappingFaults;
import centrasage.mapping.version.PinnedMappings;
import centrasage.refunds.intake.CollectRefunds;
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
import org.jspecify.annotations.Nullable;

/** Reads the refunds without a return that wait for their plan. */
@Named
@Dependent
public class StagedRefunds extends AbstractItemReader {
    private final PlanBasis basis;
    private final PinnedMappings pinned;
    private final JobContext context;
    private final Unplanned unplanned;

    @Inject
    StagedRefunds(Staging staging, PlanBasis basis, PinnedMappings pinned, JobContext context) {
        this.unplanned = new Unplanned(staging, CollectRefunds.KIND);
        this.basis = basis;
        this.pinned = pinned;
        this.context = context;
    }

    @Override
    public void open(@Nullable Serializable checkpoint) throws MappingFaults {
        Failing.doing(
                context,
                () -> basis.mappings(
                        CollectRefunds.KIND,
                        pinned.of(context, CollectRefunds.KIND).mappings().version()));
    }

    @Override
    public @Nullable Object readItem() {
        return Failing.telling(context, unplanned::next).orElse(null);
    }
}
