package centrasage.console.api;

import centrasage.console.api.json.RunJson;
import centrasage.console.api.problem.Problem;
import centrasage.console.api.problem.Refusal;
import centrasage.flow.ParameterRefused;
import centrasage.jobs.run.Decisions;
import centrasage.jobs.run.JobRefused;
import centrasage.jobs.run.RunChecks;
import centrasage.jobs.run.RunLog;
import centrasage.jobs.run.Runner;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;

/** What a caller may do with jobs; a refusal is a problem document. */
@ApplicationScoped
class Deeds {
    private Runner runner;
    private Decisions decisions;
    private RunLog log;
    private RunChecks checks;

    @SuppressWarnings("NullAway.Init")
    Deeds() {}

    @Inject
    Deeds(Runner runner, Decisions decisions, RunLog log, RunChecks checks) {
        this.runner = runner;
        this.decisions = decisions;
        this.log = log;
        this.checks = checks;
    }

    RunJson start(String job, Map<String, String> parameters, String person) {
        try {
            checks.mustFit(job, parameters);
        } catch (ParameterRefused e) {
            throw new Refusal(Problem.of(e));
        }
        return run(attempt(() -> runner.start(job, parameters, person)));
    }

    RunJson restart(long id, String person) {
        return run(attempt(() -> runner.restart(id, person)));
    }

    RunJson stop(long id, String person) {
        return run(attempt(() -> decisions.stop(id, person)));
    }

    RunJson abandon(long id, String person) {
        return run(attempt(() -> decisions.abandon(id, person)));
    }

    RunJson run(long id) {
        return log.run(id)
                .map(RunJson::of)
                .orElseThrow(() -> Refusal.notFound("There is no run " + id, "See /api/jobs for the runs of each job"));
    }

    @FunctionalInterface
    private interface Attempt {
        long make() throws JobRefused;
    }

    private static long attempt(Attempt attempt) {
        try {
            return attempt.make();
        } catch (JobRefused e) {
            String why = String.valueOf(e.getMessage());
            throw e.isUnknown()
                    ? Refusal.notFound(why, "See /api/jobs for what there is")
                    : Refusal.conflict(why, "See /api/jobs for what runs and when it is due next");
        }
    }
}
