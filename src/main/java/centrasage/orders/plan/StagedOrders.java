package centrasage.orders.plan;

import centrasage.mapping.MappingFaults;
import centrasage.mapping.version.MappingSeed;
import centrasage.mapping.version.NumberedMappings;
import centrasage.mapping.version.PinnedMappings;
import centrasage.orders.intake.Intake;
import centrasage.sync.plans.StagedReader;
import centrasage.sync.runs.RunCounts;
import centrasage.sync.staging.PlanBasis;
import centrasage.sync.staging.Staging;
import jakarta.batch.runtime.context.JobContext;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Map;

/** Reads the orders that wait for their plan. */
@Named
@Dependent
public class StagedOrders extends StagedReader {
    /** Under which word a run tells the number of its mappings. */
    private static final String VERSION = "mappings version";

    private final PlanBasis basis;
    private final PinnedMappings pinned;
    private final MappingSeed seed;
    private final RunCounts counts;
    private final JobContext context;

    @Inject
    StagedOrders(
            Staging staging,
            PlanBasis basis,
            PinnedMappings pinned,
            MappingSeed seed,
            RunCounts counts,
            JobContext context) {
        super(staging, Intake.KIND, context);
        this.seed = seed;
        this.basis = basis;
        this.pinned = pinned;
        this.counts = counts;
        this.context = context;
    }

    @Override
    protected void putBack() throws MappingFaults {
        seed.look(); // so that a folder that was changed is told soon
        NumberedMappings mappings = pinned.of(context, Intake.KIND);
        basis.mappings(Intake.KIND, mappings.mappings().version());
        counts.add(context.getExecutionId(), Map.of(VERSION, (long) mappings.number()));
    }
}
