package centrasage.jobs;

import jakarta.batch.api.listener.JobListener;
import jakarta.batch.runtime.context.JobContext;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;

/** Gives a job's lease back when it ends; every job XML names it. */
@Named
@Dependent
public class RunListener implements JobListener {
    private final Runner runner;
    private final JobContext context;

    @Inject
    RunListener(Runner runner, JobContext context) {
        this.runner = runner;
        this.context = context;
    }

    @Override
    public void beforeJob() {}

    @Override
    public void afterJob() {
        runner.ended(context.getJobName());
    }
}
