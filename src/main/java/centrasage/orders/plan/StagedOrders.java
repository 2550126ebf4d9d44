package centrasage.orders.plan;

import centrasage.mapping.MappingFaults;
import centrasage.mapping.version.MappingSeed;
import centrasage.mapping.version.NumberedMappings;
import centrasage.mapping.version.PinnedMappings;
import centrasage.orders.intake.Intake;
import centrasage.sync.runs.Failing;
import centrasage.sync.runs.RunCounts;
import centrasage.sync.staging.PlanBasis;
import centrasage.sync.staging.Staged;
import centrasage.sync.staging.Staging;
import jakarta.batch.api.chunk.AbstractItemReader;
import jakarta.batch.runtime.context.JobContext;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.ArrayDeque;
import java.util.Map;
import java.util.Queue;
import org.jspecify.annotations.Nullable;

/** Reads what waits for its plan, oldest first. An item comes once a run; it comes again in a later run while it waits. */
@Named
@Dependent
public class StagedOrders extends AbstractItemReader {
    /** Under which word a run tells the number of its mappings. */
    private static final String VERSION = "mappings version";

    private static final int PAGE = 200;

    private final Staging staging;
    private final PlanBasis basis;
    private final PinnedMappings pinned;
    private final MappingSeed seed;
    private final RunCounts counts;
    private final JobContext context;
    private final Queue<Staged> page = new ArrayDeque<>();
    private long lastRead;

    @Inject
    StagedOrders(
            Staging staging,
            PlanBasis basis,
            PinnedMappings pinned,
            MappingSeed seed,
            RunCounts counts,
            JobContext context) {
        this.seed = seed;
        this.staging = staging;
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

    /** Null when nothing waits any more, as the batch runtime wants it. */
    @Override
    public @Nullable Object readItem() {
        if (page.isEmpty()) {
            page.addAll(Failing.telling(context, () -> staging.unplanned(Intake.KIND, lastRead, PAGE)));
            page.forEach(staged -> lastRead = staged.id());
        }
        return page.poll();
    }
}
