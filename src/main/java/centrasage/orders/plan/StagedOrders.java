package centrasage.orders.plan;

import centrasage.mapping.MappingFaults;
import centrasage.mapping.version.MappingSeed;
import centrasage.mapping.version.NumberedMappings;
import centrasage.mapping.version.PinnedMappings;
import centrasage.orders.intake.Intake;
import centrasage.sync.runs.Failing;
import centrasage.sync.runs.RunCounts;
import centrasage.sync.staging.PlanBasis;
import centrasage.sync.staging.Staging;
import centrasage.sync.staging.Unplanned;
import jakarta.batch.api.chunk.AbstractItemReader;
import jakarta.batch.runtime.context.JobContext;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads the orders that wait for their plan. */
@Named
@Dependent
public class StagedOrders extends AbstractItemReader {
    /** Under which word a run tells the number of its mappings. */
    private static final String VERSION = "mappings version";

    private final PlanBasis basis;
    private final PinnedMappings pinned;
    private final MappingSeed seed;
    private final RunCounts counts;
    private final JobContext context;
    private final Unplanned unplanned;

    @Inject
    StagedOrders(
            Staging staging,
            PlanBasis basis,
            PinnedMappings pinned,
            MappingSeed seed,
            RunCounts counts,
            JobContext context) {
        this.seed = seed;
        this.unplanned = new Unplanned(staging, Intake.KIND);
        this.basis = basis;
        this.pinned = pinned;
        this.counts = counts;
        this.context = context;
    }

    /**
     * From the beginning, also when a run goes on after its process died: what has its plan does not come again, and what was
     * put back to be planned again is older than where the run had come to.
     *
     * @throws MappingFaults when the mappings cannot be used: the run fails and says why, and what is staged waits
     */
    @Override
    public void open(@Nullable Serializable checkpoint) throws MappingFaults {
        Failing.doing(context, () -> {
            seed.look(); // so that a folder that was changed is told soon
            NumberedMappings mappings = pinned.of(context, Intake.KIND);
            basis.mappings(Intake.KIND, mappings.mappings().version());
            counts.add(context.getExecutionId(), Map.of(VERSION, (long) mappings.number()));
        });
    }

    @Override
    public @Nullable Object readItem() {
        return Failing.telling(context, unplanned::next).orElse(null);
    }
}
