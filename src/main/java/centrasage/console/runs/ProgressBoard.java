package centrasage.console.runs;

import centrasage.console.words.JobOf;
import centrasage.jobs.history.RunHistory;
import centrasage.jobs.history.RunSearch;
import centrasage.jobs.history.RunSearch.Filter;
import centrasage.jobs.history.RunStep;
import centrasage.jobs.run.Run;
import centrasage.sync.posting.Store;
import centrasage.sync.runs.Backlog;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** How far runs are that work now: measured by what is left for the step at hand, else by how long earlier runs took. */
@RequestScoped
public class ProgressBoard {
    private static final int FORMER = 20;

    private RunHistory history;
    private RunSearch search;
    private Backlog backlog;
    private Store store;

    @SuppressWarnings("NullAway.Init")
    ProgressBoard() {}

    @Inject
    ProgressBoard(RunHistory history, RunSearch search, Backlog backlog, Store store) {
        this.history = history;
        this.search = search;
        this.backlog = backlog;
        this.store = store;
    }

    /** What is done of a step and what is left, since when. */
    private record Measure(long done, long left, Duration elapsed) {
        static final Measure NONE = new Measure(0, 0, Duration.ZERO);
    }

    public Progress of(Run run) {
        List<String> steps = JobStory.of(run.job()).steps();
        Optional<RunStep> current =
                history.steps(run.id()).stream().filter(RunStep::isRunning).reduce((first, second) -> second);
        String name = current.map(RunStep::name).orElse("");
        Measure measure = current.map(step -> measure(run, step)).orElse(Measure.NONE);
        String left = isLast(steps, name)
                ? Estimate.byPace(measure.done(), measure.left(), measure.elapsed())
                        .or(() -> byFormer(run))
                        .map(Estimate::words)
                        .orElse("")
                : byFormer(run).map(Estimate::words).orElse("");
        return new Progress(
                JobStory.title(name), steps.indexOf(name) + 1, steps.size(), measure.done(), measure.left(), left);
    }

    /** Only the pace of the last long step says when the run ends: nobody knows before what is to be posted. */
    private static boolean isLast(List<String> steps, String name) {
        return name.startsWith("post")
                || !steps.isEmpty() && steps.get(steps.size() - 1).equals(name);
    }

    private Measure measure(Run run, RunStep step) {
        Instant now = store.now();
        Instant started = Objects.requireNonNullElse(step.started(), run.started());
        Duration elapsed = Duration.between(started, now);
        if (step.name().startsWith("plan")) {
            long left = JobOf.planned(run.job()).stream()
                    .mapToLong(backlog::unplanned)
                    .sum();
            return new Measure(Stage.PLANNED.in(run.counts()) + Stage.HELD.in(run.counts()), left, elapsed);
        }
        if (step.name().startsWith("post")) {
            long left = backlog.due().stream().mapToLong(Backlog.Due::postings).sum();
            return new Measure(backlog.sent(started, now), left, elapsed);
        }
        return Measure.NONE;
    }

    private Optional<Duration> byFormer(Run run) {
        List<Duration> former = search.page(new Filter(run.job(), RunSearch.State.DONE, null, null), 0, FORMER).stream()
                .filter(each -> each.parameters().equals(run.parameters()))
                .flatMap(each ->
                        Optional.ofNullable(each.ended()).map(end -> Duration.between(each.started(), end)).stream())
                .toList();
        return Estimate.byFormer(former, Duration.between(run.started(), store.now()));
    }
}
