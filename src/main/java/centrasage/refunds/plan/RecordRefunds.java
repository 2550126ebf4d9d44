package centrasage.refunds.plan;

import centrasage.sync.dates.DocumentDates;
import centrasage.sync.plans.Following;
import centrasage.sync.plans.PlanWriter;
import centrasage.sync.posting.Store;
import centrasage.sync.runs.Failing;
import centrasage.sync.runs.RunCounts;
import centrasage.sync.staging.Staging;
import centrasage.sync.store.Postings;
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
    private final CreditDays days;
    private final RunCounts counts;
    private final JobContext context;

    @Inject
    RecordRefunds(
            Store store,
            Staging staging,
            Postings postings,
            DocumentDates dates,
            RunCounts counts,
            JobContext context) {
        this.plans = new PlanWriter(store, staging, Following.NONE);
        this.days = new CreditDays(postings, dates);
        this.counts = counts;
        this.context = context;
    }

    @Override
    public void writeItems(List<Object> items) {
        List<PlannedRefunds> refunds =
                items.stream().map(PlannedRefunds.class::cast).toList();
        Failing.doing(context, () -> {
            counts.add(
                    context.getExecutionId(),
                    plans.record(refunds.stream().map(PlannedRefunds::document).toList()));
            refunds.forEach(planned -> planned.days().forEach(days::note));
        });
    }
}
