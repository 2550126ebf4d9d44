package centrasage.jobs;

import jakarta.batch.api.AbstractBatchlet;
import jakarta.batch.api.BatchProperty;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;

/** The {@code post} step of every flow: one lane, which ends when nothing is due. Runs outside any transaction. */
@Named
@Dependent
public class PostLane extends AbstractBatchlet {
    private final Lanes lanes;
    private final RunLog log;

    @Inject
    @BatchProperty(name = "execution")
    @SuppressWarnings("NullAway.Init")
    private String execution;

    private volatile boolean stopped;

    @Inject
    PostLane(Lanes lanes, RunLog log) {
        this.lanes = lanes;
        this.log = log;
    }

    @Override
    public String process() {
        Tally tally = new Tally();
        try {
            lanes.post(() -> stopped, tally);
        } finally {
            PostLane.add(log, Long.parseLong(execution), tally);
        }
        return "COMPLETED";
    }

    private static synchronized void add(RunLog log, long execution, Tally tally) {
        log.add(execution, tally.counts());
    }

    @Override
    public void stop() {
        stopped = true;
    }
}
