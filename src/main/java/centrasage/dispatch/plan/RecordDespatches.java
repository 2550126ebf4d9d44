package centrasage.dispatch.plan;

import centrasage.sync.plans.DocumentDays;
import centrasage.sync.plans.PlanWriter;
import centrasage.sync.plans.PlannedDocument;
import centrasage.sync.posting.Store;
import centrasage.sync.runs.Failing;
import centrasage.sync.runs.RunCounts;
import centrasage.sync.staging.Staging;
import jakarta.batch.api.chunk.AbstractItemWriter;
import jakarta.batch.runtime.context.JobContext;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;

/** Records the plans of a chunk, and those of other tracking where a despatch is there already. */
@Named
@Dependent
public class RecordDespatches extends AbstractItemWriter {
    private final PlanWriter plans;
    private final RunCounts counts;
    private final JobContext context;

    @Inject
    RecordDespatches(
            Store store,
            Staging staging,
            TrackingPlans tracking,
            DocumentDays days,
            RunCounts counts,
            JobContext context) {
        this.plans = new PlanWriter(store, staging, tracking, days);
        this.counts = counts;
        this.context = context;
    }

    @Override
    public void writeItems(List<Object> items) {
        Failing.doing(
                context,
                () -> counts.add(
                        context.getExecutionId(),
                        plans.record(
                                items.stream().map(PlannedDocument.class::cast).toList())));
    }
}
