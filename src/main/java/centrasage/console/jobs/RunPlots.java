package centrasage.console.jobs;

import centrasage.console.plot.Plot;
import centrasage.console.plot.Point;
import centrasage.console.runs.Stage;
import centrasage.console.words.Amounts;
import centrasage.console.words.Moments;
import centrasage.jobs.history.RunSearch;
import centrasage.jobs.history.RunSearch.Filter;
import centrasage.jobs.run.Run;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;

/** The last runs of a job side by side: how long they took, and how many documents they sent or read. */
@ApplicationScoped
public class RunPlots {
    private static final int RUNS = 60;

    private Moments moments;
    private Amounts amounts;

    @SuppressWarnings("NullAway.Init")
    RunPlots() {}

    @Inject
    RunPlots(Moments moments, Amounts amounts) {
        this.moments = moments;
        this.amounts = amounts;
    }

    Plot lengths(RunSearch search, String job) {
        return Plot.bars(
                "How long the last runs took",
                "Run",
                ended(search, job).stream().map(this::length).toList());
    }

    private Point length(Run run) {
        Duration took = Duration.between(run.started(), Objects.requireNonNull(run.ended()));
        Duration shown = took.isNegative() ? Duration.ZERO : took;
        return point(run, BigDecimal.valueOf(shown.toMillis()), moments.length(shown));
    }

    Plot documents(RunSearch search, String job) {
        List<Run> runs = ended(search, job);
        boolean posts = runs.stream().anyMatch(run -> Stage.POSTED.in(run.counts()) > 0);
        Stage stage = posts ? Stage.POSTED : Stage.READ;
        return Plot.bars(
                "Documents " + (posts ? "posted" : "read") + " by the last runs",
                "Run",
                runs.stream()
                        .map(run -> point(
                                run, BigDecimal.valueOf(stage.in(run.counts())), amounts.count(stage.in(run.counts()))))
                        .toList());
    }

    /** Never by colour alone: the words of a run that did not end well say so. */
    private Point point(Run run, BigDecimal value, String words) {
        boolean failed = run.status().equals("FAILED");
        return Point.of(moments.stamp(run.started()), value, failed ? words + ", failed" : words)
                .in(failed ? "held" : "accent")
                .leadingTo("run.xhtml?id=" + run.id());
    }

    private static List<Run> ended(RunSearch search, String job) {
        List<Run> runs = new ArrayList<>(search.page(Filter.all(job), 0, RUNS).stream()
                .filter(run -> run.ended() != null)
                .toList());
        Collections.reverse(runs);
        return runs;
    }
}
