package centrasage.console.api;

import centrasage.console.api.json.RunJson;
import centrasage.console.api.problem.Refusal;
import centrasage.jobs.run.JobRefused;
import centrasage.jobs.run.RunLog;
import centrasage.jobs.run.Runner;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;

/** What a caller may do with jobs; a refusal is a problem document. */
@ApplicationScoped
class Deeds {
    private Runner runner;
    private RunLog log;

    @SuppressWarnings("NullAway.Init")
    Deeds() {}

    @Inject
    Deeds(Runner runner, RunLog log) {
        this.runner = runner;
        this.log = log;
    }

    RunJson start(String job, Map<String, String> parameters, String person) {
        return run(attempt(() -> runner.start(job, parameters, person)));
    }

    RunJson restart(long id, String person) {
        return run(attempt(() -> runner.restart(id, person)));
    }

    RunJson stop(long id, String person) {
        return run(attempt(() -> {
            runner.stop(id, person);
            return id;
        }));
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
