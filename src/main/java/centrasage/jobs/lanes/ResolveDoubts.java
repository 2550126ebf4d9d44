package centrasage.jobs.lanes;

import centrasage.jobs.run.Tally;
import centrasage.sync.runs.Failing;
import centrasage.sync.runs.RunCounts;
import jakarta.batch.api.AbstractBatchlet;
import jakarta.batch.runtime.context.JobContext;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;

/** The step of the job {@code in-doubt}: reads Sage back by key, the only way out of a doubt. */
@Named
@Dependent
public class ResolveDoubts extends AbstractBatchlet {
    private final Lanes lanes;
    private final RunCounts counts;
    private final JobContext context;
    private volatile boolean stopped;

    @Inject
    ResolveDoubts(Lanes lanes, RunCounts counts, JobContext context) {
        this.lanes = lanes;
        this.counts = counts;
        this.context = context;
    }

    @Override
    public String process() {
        return Failing.telling(context, this::resolve);
    }

    private String resolve() {
        Tally tally = new Tally();
        lanes.resolve(() -> stopped, tally);
        counts.add(context.getExecutionId(), tally.counts());
        return "COMPLETED";
    }

    @Override
    public void stop() {
        stopped = true;
    }
}
