package centrasage.jobs.lanes;

import centrasage.jobs.run.Tally;
import centrasage.sync.runs.RunCounts;
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
    private final RunCounts counts;
    private final LaneFailures failures;

    @Inject
    @BatchProperty(name = "execution")
    @SuppressWarnings("NullAway.Init")
    private String execution;

    private volatile boolean stopped;

    @Inject
    PostLane(Lanes lanes, RunCounts counts, LaneFailures failures) {
        this.lanes = lanes;
        this.counts = counts;
        this.failures = failures;
    }

    @Override
    public String process() {
        Tally tally = new Tally();
        try {
            lanes.post(() -> stopped, tally);
        } catch (RuntimeException | Error e) {
            failures.add(Long.parseLong(execution), e);
            throw e;
        } finally {
            PostLane.add(counts, Long.parseLong(execution), tally);
        }
        return "COMPLETED";
    }

    private static synchronized void add(RunCounts counts, long execution, Tally tally) {
        counts.add(execution, tally.counts());
    }

    @Override
    public void stop() {
        stopped = true;
    }
}
