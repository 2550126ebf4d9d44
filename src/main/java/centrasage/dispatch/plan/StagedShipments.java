package centrasage.dispatch.plan;

import centrasage.dispatch.intake.CollectShipments;
import centrasage.mapping.MappingFaults;
import centrasage.mapping.version.PinnedMappings;
import centrasage.sync.runs.Failing;
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
import java.util.Queue;
import org.jspecify.annotations.Nullable;

/** Reads the shipments that wait for their plan, oldest first. An item comes once a run; it comes again in a later run while it waits. */
@Named
@Dependent
public class StagedShipments extends AbstractItemReader {
    private static final int PAGE = 200;

    private final Staging staging;
    private final PlanBasis basis;
    private final PinnedMappings pinned;
    private final JobContext context;
    private final Queue<Staged> page = new ArrayDeque<>();
    private long lastRead;

    @Inject
    StagedShipments(Staging staging, PlanBasis basis, PinnedMappings pinned, JobContext context) {
        this.staging = staging;
        this.basis = basis;
        this.pinned = pinned;
        this.context = context;
    }

    @Override
    public void open(@Nullable Serializable checkpoint) throws MappingFaults {
        Failing.doing(
                context,
                () -> basis.mappings(
                        CollectShipments.KIND,
                        pinned.of(context, CollectShipments.KIND).mappings().version()));
    }

    /** Null when nothing waits any more, as the batch runtime wants it. */
    @Override
    public @Nullable Object readItem() {
        if (page.isEmpty()) {
            page.addAll(Failing.telling(context, () -> staging.unplanned(CollectShipments.KIND, lastRead, PAGE)));
            page.forEach(staged -> lastRead = staged.id());
        }
        return page.poll();
    }
}
