package centrasage.jobs;

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
    private final RunLog log;
    private final JobContext context;
    private volatile boolean stopped;

    @Inject
    ResolveDoubts(Lanes lanes, RunLog log, JobContext context) {
        this.lanes = lanes;
        this.log = log;
        this.context = context;
    }

    @Override
    public String process() {
        Tally tally = new Tally();
        lanes.resolve(() -> stopped, tally);
        log.add(context.getExecutionId(), tally.counts());
        return "COMPLETED";
    }

    @Override
    public void stop() {
        stopped = true;
    }
}
