package centrasage.console.jobs;

import centrasage.console.runs.Obstacles;
import centrasage.console.runs.Progress;
import centrasage.console.runs.ProgressBoard;
import centrasage.jobs.Timetable;
import centrasage.jobs.run.Run;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Every job: how its last run ended, when it comes next, where it runs, what was missed. */
@Named
@RequestScoped
public class JobsPage {
    private List<JobLine> lines;

    @SuppressWarnings("NullAway.Init")
    JobsPage() {}

    @Inject
    JobsPage(JobRows rows, Timetable timetable, MissedTimes missed, Obstacles obstacles, ProgressBoard board) {
        lines = rows.all().stream()
                .map(row -> new JobLine(
                        row,
                        ScheduleWords.words(timetable.schedule(row.job()).orElse("")),
                        obstacles.owner(row.job()).orElse(""),
                        progress(row.last(), board),
                        missed.of(row.job()).stream().findFirst().orElse(""),
                        obstacles.toStart(row.job(), row.last())))
                .toList();
    }

    private static @Nullable Progress progress(@Nullable Run last, ProgressBoard board) {
        return last != null && Obstacles.runs(last) ? board.of(last) : null;
    }

    public List<JobLine> lines() {
        return lines;
    }

    public boolean anyRuns() {
        return lines.stream().anyMatch(line -> line.progress() != null);
    }
}
