package centrasage.console.runs;

import centrasage.console.words.Amounts;
import centrasage.console.words.Moments;
import centrasage.jobs.history.RunStep;
import centrasage.jobs.run.Fate;
import centrasage.jobs.run.Run;
import centrasage.sync.record.AuditEntry;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/** What became of a run, and what was done about it, as people say it. */
@Named
@ApplicationScoped
public class RunWords {
    private Moments moments;
    private Amounts amounts;

    @SuppressWarnings("NullAway.Init")
    RunWords() {}

    @Inject
    public RunWords(Moments moments, Amounts amounts) {
        this.moments = moments;
        this.amounts = amounts;
    }

    /** How many documents came to one stage. */
    public record Reached(String name, long documents) {}

    public List<Reached> stages(Run run) {
        return Arrays.stream(Stage.values())
                .map(stage ->
                        new Reached(JobStory.title(stage.name().toLowerCase(Locale.ROOT)), stage.in(run.counts())))
                .toList();
    }

    public String fate(Fate fate) {
        return switch (fate) {
            case STOPPED -> "A person asked it to stop. It is not restarted by itself.";
            case ABANDONED ->
                "A person gave it up. It is never restarted; the next run takes its documents from where they stand.";
            case DIED ->
                "Its process ended without notice, such as by a power cut or a kill: it gave no sign of life any more, and the lease"
                        + " of its job ran out. It is restarted by itself within a minute.";
            case CUT_SHORT ->
                "Its process was told to end, and ended it between two documents. It is restarted by itself when a node is up.";
            case RESTARTED ->
                "Its process ended without notice: it gave no sign of life any more, and the lease of its job ran out. Another start of"
                        + " the application recognised that, marked it as failed and restarted it by itself.";
            case RESUMED ->
                "Its process was told to end, and ended it between two documents. It was restarted by itself.";
            case LEFT ->
                "Its process ended without notice. It was not restarted: a newer run does its work, or restarting did not help.";
        };
    }

    public String deed(AuditEntry deed) {
        return switch (deed.action()) {
            case "JOB_STARTED" -> "Started";
            case "JOB_STOPPED" -> "Asked to stop";
            case "JOB_ABANDONED" -> "Given up";
            case "JOB_DIED" -> "Found dead and marked as failed";
            case "JOB_RESTARTED" -> "Restarted: it" + deed.detail().replaceFirst("^run \\d+", "");
            case "JOB_NOT_RESTARTED" -> "Not restarted: it" + deed.detail().replaceFirst("^run \\d+", "");
            default -> deed.action();
        };
    }

    /** Empty while it has not ended. */
    public String took(RunStep step) {
        return step.started() == null || step.ended() == null
                ? ""
                : moments.length(Duration.between(step.started(), step.ended()));
    }

    /** What the checkpoint of a step that goes document by document keeps; empty where no step has one. */
    public String kept(List<StepLine> lines) {
        return lines.stream()
                .map(StepLine::step)
                .filter(Objects::nonNull)
                .filter(step -> !step.isDone() && step.written() > 0)
                .findFirst()
                .map(step -> amounts.count(step.written())
                        + " documents of that step were kept, and it goes on behind them.")
                .orElse("What the steps before it have done stays.");
    }
}
