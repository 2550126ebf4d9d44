package centrasage.jobs.run;

import centrasage.flow.ParameterRefused;
import centrasage.flow.RunCheck;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.Map;

/** Asks every flow that speaks for a job whether what a person wants of a run can be done at all. */
@ApplicationScoped
public class RunChecks {
    private Iterable<RunCheck> checks;

    @SuppressWarnings("NullAway.Init")
    RunChecks() {}

    @Inject
    RunChecks(@Any Instance<RunCheck> checks) {
        this((Iterable<RunCheck>) checks);
    }

    RunChecks(Iterable<RunCheck> checks) {
        this.checks = checks;
    }

    /** @throws ParameterRefused for the first parameter that cannot be used */
    public void mustFit(String job, Map<String, String> parameters) throws ParameterRefused {
        for (RunCheck check : checks) {
            if (check.job().equals(job)) {
                check.check(parameters);
            }
        }
    }
}
