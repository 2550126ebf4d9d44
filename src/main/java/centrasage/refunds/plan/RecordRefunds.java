package centrasage.refunds.plan;

import centrasage.sync.plans.DocumentDays;
import centrasage.sync.plans.Following;
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

/** Records the plans of a chunk of refunds without a return, and true days that are not those of the documents. */
@Named
@Dependent
public class RecordRefunds extends AbstractItemWriter {
    private final PlanWriter plans;
    private final RunCounts counts;
    private final JobContext context;

    @Inject
    RecordRefunds(Store store, Staging staging, DocumentDays days, RunCounts counts, JobContext context) {
        this.plans = new PlanWriter(store, staging, Following.NONE, days);
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
