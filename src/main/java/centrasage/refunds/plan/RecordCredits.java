package centrasage.refunds.plan;

import centrasage.sync.plans.DocumentDays;
import centrasage.sync.plans.Following;
import centrasage.sync.plans.PlanWriter;
import centrasage.sync.posting.Planned;
import centrasage.sync.posting.Store;
import centrasage.sync.returns.BookingIn;
import centrasage.sync.returns.ReturnUnits;
import centrasage.sync.runs.Failing;
import centrasage.sync.runs.RunCounts;
import centrasage.sync.staging.Staging;
import jakarta.batch.api.chunk.AbstractItemWriter;
import jakarta.batch.runtime.context.JobContext;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;

/** Records the plans of a chunk, what its returns put back on stock, and true days that are not those of the documents. */
@Named
@Dependent
public class RecordCredits extends AbstractItemWriter {
    private final PlanWriter plans;
    private final BookingIn bookingIn;
    private final RunCounts counts;
    private final JobContext context;

    @Inject
    RecordCredits(
            Store store,
            Staging staging,
            DocumentDays days,
            BookingIn bookingIn,
            RunCounts counts,
            JobContext context) {
        this.bookingIn = bookingIn;
        this.plans = new PlanWriter(store, staging, Following.NONE, days);
        this.counts = counts;
        this.context = context;
    }

    @Override
    public void writeItems(List<Object> items) {
        List<PlannedReturn> returns =
                items.stream().map(PlannedReturn.class::cast).toList();
        Failing.doing(
                context,
                () -> counts.add(
                        context.getExecutionId(), plans.record(returns, PlannedReturn::document, this::released)));
    }

    private void released(PlannedReturn made) {
        List<ReturnUnits> units = made.released();
        if (units != null) {
            made.document().plans().stream()
                    .map(Planned::key)
                    .forEach(key -> bookingIn.released(key.company(), key.sourceKey(), units));
        }
    }
}
