package centrasage.jobs;

import jakarta.batch.api.listener.JobListener;
import jakarta.batch.runtime.BatchStatus;
import jakarta.batch.runtime.context.JobContext;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.logging.Logger;

/** Gives a job's lease back when it ends, and says why where it failed; every job XML names it. */
@Named
@Dependent
public class RunListener implements JobListener {
    private static final Logger LOG = Logger.getLogger(RunListener.class.getName());

    private final Runner runner;
    private final LaneFailures failures;
    private final JobContext context;

    @Inject
    RunListener(Runner runner, LaneFailures failures, JobContext context) {
        this.runner = runner;
        this.failures = failures;
        this.context = context;
    }

    @Override
    public void beforeJob() {
        BatchLog.shorten();
    }

    @Override
    public void afterJob() {
        try {
            failures.take(context.getExecutionId()).ifPresent(context::setExitStatus);
            if (context.getBatchStatus() == BatchStatus.FAILED) {
                tell();
            }
        } finally {
            runner.ended(context.getJobName());
        }
    }

    private void tell() {
        if (context.getExitStatus() == null) {
            context.setExitStatus("FAILED: something that nobody foresaw; the log says what. The next run tries again");
        }
        LOG.warning(() -> context.getJobName() + ", run " + context.getExecutionId() + ": " + context.getExitStatus());
    }
}
