package centrasage.console.api;

import centrasage.console.api.json.JobJson;
import centrasage.console.api.json.RunJson;
import centrasage.console.api.problem.Refusal;
import centrasage.jobs.Timetable;
import centrasage.jobs.run.JobParameters;
import centrasage.jobs.run.RunLog;
import centrasage.jobs.run.Runner;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The jobs there are, each with its rhythm, its last run and its next. */
@ApplicationScoped
class JobList {
    private Runner runner;
    private Timetable timetable;
    private RunLog log;

    @SuppressWarnings("NullAway.Init")
    JobList() {}

    @Inject
    JobList(Runner runner, Timetable timetable, RunLog log) {
        this.runner = runner;
        this.timetable = timetable;
        this.log = log;
    }

    List<JobJson> all() {
        return runner.jobs().stream().map(this::job).toList();
    }

    private JobJson job(String job) {
        return new JobJson(
                job, timetable.schedule(job).orElse(null), timetable.next(job).orElse(null), last(job));
    }

    private @Nullable RunJson last(String job) {
        return log.of(job, Long.MAX_VALUE, 1).stream()
                .findFirst()
                .map(RunJson::of)
                .orElse(null);
    }

    /** The parameters that a job takes. */
    Set<String> parameters(String job) {
        onlyKnown(job);
        return JobParameters.of(job);
    }

    private void onlyKnown(String job) {
        if (!runner.jobs().contains(job)) {
            throw Refusal.notFound("There is no job named " + job, "Jobs are " + String.join(", ", runner.jobs()));
        }
    }

    /** The latest runs of a job below an id, newest first. */
    List<RunJson> runs(String job, long before, int most) {
        onlyKnown(job);
        return log.of(job, before, most).stream().map(RunJson::of).toList();
    }
}
