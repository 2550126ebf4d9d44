package centrasage.jobs;

import centrasage.flow.event.SystemFinding;
import centrasage.jobs.audit.AuditBroken;
import centrasage.jobs.lanes.LaneFailures;
import centrasage.jobs.run.Alarms;
import centrasage.jobs.run.BatchLog;
import centrasage.jobs.run.Fates;
import centrasage.jobs.run.Runner;
import jakarta.batch.api.listener.JobListener;
import jakarta.batch.runtime.BatchStatus;
import jakarta.batch.runtime.context.JobContext;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Gives a job's lease back when it ends, says why where it failed, notes whether it ended because its process does, and tells
 * people of a failure that no later run makes good within the day; every job XML names it.
 */
@Named
@Dependent
public class RunListener implements JobListener {
    private static final Logger LOG = Logger.getLogger(RunListener.class.getName());

    private final Runner runner;
    private final LaneFailures failures;
    private final Fates fates;
    private final Timetable timetable;
    private final Alarms alarms;
    private final JobContext context;

    @Inject
    RunListener(
            Runner runner, LaneFailures failures, Fates fates, Timetable timetable, Alarms alarms, JobContext context) {
        this.runner = runner;
        this.failures = failures;
        this.fates = fates;
        this.timetable = timetable;
        this.alarms = alarms;
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
            judge(context.getJobName());
        } catch (Exception e) { // what cannot be told must not change how the run ended
            LOG.log(Level.WARNING, "the end of run " + context.getExecutionId() + " could not be told", e);
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

    /** The batch runtime has not said its last word yet: STARTED becomes COMPLETED, STOPPING becomes STOPPED. */
    private void judge(String job) {
        if (context.getBatchStatus() == BatchStatus.STARTED) {
            alarms.jobSucceeded(job);
        } else if (runner.isEnding()) {
            fates.cutShort(context.getExecutionId());
        } else if (context.getBatchStatus() == BatchStatus.FAILED && isToldByNobody(job)) {
            alarms.raise(
                    SystemFinding.Kind.JOB_FAILED,
                    Runner.leaseName(job),
                    "The job " + job + " has failed, and is not due again before tomorrow",
                    "Look for the run's failure in the log, mend its cause, and start the job by hand");
        }
    }

    /** A broken audit trail has its own alarm; a job that comes again in minutes makes it good itself. */
    private boolean isToldByNobody(String job) {
        return timetable.isDaily(job) && !AuditBroken.says(context.getExitStatus());
    }
}
