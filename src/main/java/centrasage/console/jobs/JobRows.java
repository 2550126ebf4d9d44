package centrasage.console.jobs;

import centrasage.console.words.Amounts;
import centrasage.console.words.Jobs;
import centrasage.jobs.Timetable;
import centrasage.jobs.run.Run;
import centrasage.jobs.run.RunLog;
import centrasage.jobs.run.Runner;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.Comparator;
import java.util.List;

/** Every job with its last and its next run. */
@RequestScoped
public class JobRows {
    private Runner runner;
    private RunLog log;
    private Timetable timetable;
    private Amounts amounts;

    @SuppressWarnings("NullAway.Init")
    JobRows() {}

    @Inject
    JobRows(Runner runner, RunLog log, Timetable timetable, Amounts amounts) {
        this.runner = runner;
        this.log = log;
        this.timetable = timetable;
        this.amounts = amounts;
    }

    public List<JobRow> all() {
        return runner.jobs().stream()
                .sorted(Comparator.comparing(Jobs::place))
                .map(this::row)
                .toList();
    }

    private JobRow row(String job) {
        Run last = log.of(job, 1).stream().findFirst().orElse(null);
        String given = last == null ? "" : Jobs.given(last.parameters());
        String did = last == null ? "" : Jobs.did(last.counts(), amounts);
        String says = last == null || !last.status().equals("COMPLETED") ? null : Jobs.says(last.exitStatus());
        String why = last == null || !last.status().equals("FAILED") ? null : Jobs.why(last.exitStatus());
        return new JobRow(
                job,
                Jobs.title(job),
                last,
                given,
                did,
                says,
                why,
                timetable.next(job).orElse(null));
    }
}
