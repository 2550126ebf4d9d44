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
import java.util.logging.Level;
import java.util.logging.Logger;

/** The step {@code plan-allocations}: what has come to the account of an order since is set off. */
@Named
@Dependent
public class PlanAllocations extends AbstractBatchlet {
    private static final Logger LOG = Logger.getLogger(PlanAllocations.class.getName());
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
            List<String> orders = due.after("", AT_ONCE);
            while (!orders.isEmpty() && !stopped) {
                plan(orders);
                orders = due.after(orders.get(orders.size() - 1), AT_ONCE);
            }
            return stopped ? "STOPPED" : "COMPLETED";
        });
    }

    /** A fault of ours with one order must not keep all the others waiting: it stays due. */
    private void plan(List<String> orders) {
        long planned = 0;
        long failed = 0;
        for (String order : orders) {
            try {
                planned += entries.plan(order);
            } catch (RuntimeException e) {
                failed++;
                LOG.log(Level.SEVERE, e, () -> "what is open of " + order + " could not be allocated");
            }
        }
        counts.add(context.getExecutionId(), Map.of("allocations planned", planned, "orders not allocated", failed));
    }

    @Override
    public void stop() {
        stopped = true;
    }
}
