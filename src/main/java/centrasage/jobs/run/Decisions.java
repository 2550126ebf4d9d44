package centrasage.jobs.run;

import jakarta.batch.operations.BatchRuntimeException;
import jakarta.batch.runtime.BatchRuntime;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** What a person decides about a run, on whichever node they and the run are: to stop it, or to give it up. */
@ApplicationScoped
public class Decisions {
    private RunLog log;
    private Fates fates;
    private Runner runner;

    @SuppressWarnings("NullAway.Init")
    Decisions() {}

    @Inject
    Decisions(RunLog log, Fates fates, Runner runner) {
        this.log = log;
        this.fates = fates;
        this.runner = runner;
    }

    /**
     * Has a run end between two documents. That a person wants it is in the store before it can end, so that nobody restarts
     * it; the node that runs it looks there every second. One whose process died meanwhile is not restarted either.
     *
     * @return the run
     * @throws JobRefused when it does not run, or is ending already
     */
    public long stop(long executionId, String person) throws JobRefused {
        Run run = log.known(executionId);
        if (run.status().equals("STOPPING")
                || fates.of(executionId).filter(Fate.STOPPED::equals).isPresent()) {
            throw JobRefused.because("run " + executionId + " is " + run.status() + " and was asked to stop already");
        }
        if (!run.status().equals("STARTING") && !run.status().equals("STARTED")) {
            throw JobRefused.because(
                    "run " + executionId + " is " + run.status() + "; only a run that has not ended can be stopped");
        }
        fates.decide(run, Fate.STOPPED, person);
        runner.heedStops();
        return executionId;
    }

    /**
     * Gives a run up: neither a person nor recovery restarts it any more. Nothing of its work is lost: the next run selects it
     * by the state that it is in.
     *
     * @return the run
     * @throws JobRefused when it has not failed and was not stopped, was restarted already, or its job runs at this moment
     */
    public long abandon(long executionId, String person) throws JobRefused {
        Run run = log.known(executionId);
        if (!run.status().equals("FAILED") && !run.status().equals("STOPPED")) {
            throw JobRefused.because(
                    "run " + executionId + " is " + run.status() + "; only a failed or stopped run can be abandoned");
        }
        runner.alone(run.job(), () -> abandon(run, person));
        return executionId;
    }

    private void abandon(Run run, String person) throws JobRefused {
        if (!fates.isLatest(run.id())) {
            throw JobRefused.because(
                    "run " + run.id() + " was restarted already; look at the later runs of " + run.job());
        }
        try {
            BatchRuntime.getJobOperator().abandon(run.id());
        } catch (BatchRuntimeException e) {
            throw JobRefused.because("run " + run.id() + " cannot be abandoned: " + e.getMessage());
        }
        fates.decide(run, Fate.ABANDONED, person);
    }
}
