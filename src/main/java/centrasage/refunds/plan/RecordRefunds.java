package centrasage.refunds.plan;

import centrasage.sync.plans.DocumentDays;
import centrasage.sync.plans.Following;
import centrasage.sync.plans.PlanWriter;
import centrasage.sync.plans.PlannedDocument;
import centrasage.sync.posting.Planned;
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
    private final RefundWatch watch;
    private final RunCounts counts;
    private final JobContext context;

    @Inject
    RecordRefunds(
            Store store, Staging staging, DocumentDays days, RefundWatch watch, RunCounts counts, JobContext context) {
        this.watch = watch;
        this.plans = new PlanWriter(store, staging, Following.NONE, days);
        this.counts = counts;
        this.context = context;
    }

    @Override
    public void writeItems(List<Object> items) {
        List<PlannedDocument> planned =
                items.stream().map(PlannedDocument.class::cast).toList();
        Failing.doing(context, () -> {
            counts.add(context.getExecutionId(), plans.record(planned));
            planned.stream()
                    .flatMap(document -> document.plans().stream())
                    .map(Planned::object)
                    .distinct()
                    .forEach(watch::paidBack);
        });
    }
}
