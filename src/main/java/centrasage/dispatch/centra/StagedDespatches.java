package centrasage.dispatch.centra;

import centrasage.mapping.MappingFaults;
import centrasage.mapping.version.PinnedMappings;
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

/** Reads the despatches that wait for their plan. */
@Named
@Dependent
public class StagedDespatches extends AbstractItemReader {
    private final PlanBasis basis;
    private final PinnedMappings pinned;
    private final JobContext context;
    private final Unplanned unplanned;

    @Inject
    StagedDespatches(Staging staging, PlanBasis basis, PinnedMappings pinned, JobContext context) {
        this.unplanned = new Unplanned(staging, CollectDespatches.KIND);
        this.basis = basis;
        this.pinned = pinned;
        this.context = context;
    }

    @Override
    public void open(@Nullable Serializable checkpoint) throws MappingFaults {
        Failing.doing(
                context,
                () -> basis.mappings(
                        CollectDespatches.KIND,
                        pinned.of(context, CollectDespatches.KIND).mappings().version()));
    }

    @Override
    public @Nullable Object readItem() {
        return Failing.telling(context, unplanned::next).orElse(null);
    }
}
