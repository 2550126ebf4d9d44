package centrasage.orders.customer;

import centrasage.sync.runs.Failing;
import centrasage.sync.runs.RunCounts;
import jakarta.batch.api.AbstractBatchlet;
import jakarta.batch.runtime.context.JobContext;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Map;

/** A step of the job {@code retention}: marks the customers of orders that came before they were marked. After the first night it finds none. */
@Named
@Dependent
public class MarkOlderCustomers extends AbstractBatchlet {
    private static final int PAGE = 100;

    private final MarkCustomers customers;
    private final RunCounts counts;
    private final JobContext context;
    private volatile boolean stopped;

    @Inject
    MarkOlderCustomers(MarkCustomers customers, RunCounts counts, JobContext context) {
        this.customers = customers;
        this.counts = counts;
        this.context = context;
    }

    @Override
    public String process() {
        return Failing.telling(context, this::mark);
    }

    private String mark() {
        long marked = 0;
        int page = PAGE;
        while (page > 0 && !stopped) {
            page = customers.markOlder(PAGE);
            marked += page;
        }
        counts.add(context.getExecutionId(), Map.of("customers marked", marked));
        return "COMPLETED";
    }

    @Override
    public void stop() {
        stopped = true;
    }
}
