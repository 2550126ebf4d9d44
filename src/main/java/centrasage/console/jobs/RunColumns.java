package centrasage.console.jobs;

import centrasage.console.runs.Stage;
import centrasage.console.table.Column;
import centrasage.console.words.Amounts;
import centrasage.console.words.Jobs;
import centrasage.console.words.Moments;
import centrasage.console.words.Signs;
import centrasage.jobs.run.Run;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The columns of the list of runs. */
@ApplicationScoped
public class RunColumns {
    private Signs signs;
    private Moments moments;
    private Amounts amounts;

    @SuppressWarnings("NullAway.Init")
    RunColumns() {}

    @Inject
    RunColumns(Signs signs, Moments moments, Amounts amounts) {
        this.signs = signs;
        this.moments = moments;
        this.amounts = amounts;
    }

    List<Column<Run>> all() {
        return List.of(
                Column.<Run>number("run", "Run", run -> Long.toString(run.id()))
                        .leadingTo(run -> "run.xhtml?id=" + run.id()),
                Column.sign("state", "State", run -> signs.run(run.status())),
                Column.moment("started", "Started", Run::started),
                Column.<Run>moment("ended", "Ended", Run::ended).atFirstHidden(),
                Column.text("took", "Took", this::took),
                Column.text("given", "Given", run -> Jobs.given(run.parameters())),
                stage("read", "Read", Stage.READ),
                stage("planned", "Planned", Stage.PLANNED),
                stage("posted", "Posted", Stage.POSTED),
                stage("held", "Held", Stage.HELD),
                Column.<Run>words("did", "All it counted", run -> Jobs.did(run.counts(), amounts))
                        .atFirstHidden(),
                Column.text("by", "Started by", Run::startedBy),
                Column.text("node", "Node", Run::node));
    }

    private static Column<Run> stage(String key, String title, Stage stage) {
        return Column.count(key, title, run -> stage.in(run.counts()));
    }

    private @Nullable String took(Run run) {
        return run.ended() == null ? null : moments.length(Duration.between(run.started(), run.ended()));
    }
}
