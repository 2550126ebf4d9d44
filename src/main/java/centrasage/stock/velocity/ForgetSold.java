package centrasage.stock.velocity;

import centrasage.sync.runs.Failing;
import centrasage.sync.runs.RunCounts;
import jakarta.batch.api.AbstractBatchlet;
import jakarta.batch.runtime.context.JobContext;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Map;

/** The last step of the job {@code retention}: deletes what was sold before {@code stock.velocity-window}. */
@Named
@Dependent
public class ForgetSold extends AbstractBatchlet {
    private final Sold sold;
    private final RunCounts counts;
    private final JobContext context;

    @Inject
    ForgetSold(Sold sold, RunCounts counts, JobContext context) {
        this.sold = sold;
        this.counts = counts;
        this.context = context;
    }

    @Override
    public String process() {
        return Failing.telling(context, () -> {
            counts.add(context.getExecutionId(), Map.of("sales forgotten", (long) sold.forgetOld()));
            return "COMPLETED";
        });
    }
}
