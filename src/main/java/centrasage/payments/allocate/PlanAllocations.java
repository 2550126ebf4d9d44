package centrasage.payments.allocate;

import centrasage.sync.ledger.AllocationsDue;
import centrasage.sync.runs.Failing;
import centrasage.sync.runs.RunCounts;
import jakarta.batch.api.AbstractBatchlet;
import jakarta.batch.runtime.context.JobContext;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Map;

/** The step {@code plan-allocations}: what has come to the account of an order since is set off. */
@Named
@Dependent
public class PlanAllocations extends AbstractBatchlet {
    private static final int AT_ONCE = 100;

    private final AllocationsDue due;
    private final OrderEntries entries;
    private final RunCounts counts;
    private final JobContext context;
    private volatile boolean stopped;

    @Inject
    PlanAllocations(AllocationsDue due, OrderEntries entries, RunCounts counts, JobContext context) {
        this.due = due;
        this.entries = entries;
        this.counts = counts;
        this.context = context;
    }

    @Override
    public String process() {
        return Failing.telling(context, () -> {
            List<String> orders = due.oldest(AT_ONCE);
            while (!orders.isEmpty() && !stopped) {
                long planned = orders.stream().mapToLong(entries::plan).sum();
                counts.add(context.getExecutionId(), Map.of("allocations planned", planned));
                orders = due.oldest(AT_ONCE);
            }
            return stopped ? "STOPPED" : "COMPLETED";
        });
    }

    @Override
    public void stop() {
        stopped = true;
    }
}
