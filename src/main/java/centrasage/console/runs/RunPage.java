package centrasage.console.runs;

import centrasage.console.frame.Asked;
import centrasage.console.words.Amounts;
import centrasage.console.words.Jobs;
import centrasage.jobs.history.RunHistory;
import centrasage.jobs.history.RunStep;
import centrasage.jobs.run.Fate;
import centrasage.jobs.run.Fates;
import centrasage.jobs.run.Run;
import centrasage.jobs.run.RunLog;
import centrasage.sync.posting.Store;
import centrasage.sync.record.AuditEntry;
import centrasage.sync.runs.Backlog;
import centrasage.sync.store.Posting;
import centrasage.sync.store.Postings;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** One run: how far it is or how it ended, its steps, what it counted and sent, and what can be done about it. */
@Named
@RequestScoped
public class RunPage {
    private static final int SENT_MOST = 50;

    private Asked asked;
    private @Nullable Run run;
    private @Nullable Run last;
    private RunHistory history;
    private Obstacles obstacles;
    private ProgressBoard board;
    private Fates fates;
    private Backlog backlog;
    private Postings postings;
    private Amounts amounts;
    private Store store;

    @SuppressWarnings("NullAway.Init")
    RunPage() {}

    @Inject
    RunPage(
            RunLog log,
            RunHistory history,
            Obstacles obstacles,
            ProgressBoard board,
            Fates fates,
            Backlog backlog,
            Postings postings,
            Amounts amounts,
            Store store) {
        this.asked = Asked.now();
        this.run = asked.id("id").flatMap(log::run).orElse(null);
        this.last =
                run == null ? null : log.of(run.job(), 1).stream().findFirst().orElse(null);
        this.history = history;
        this.obstacles = obstacles;
        this.board = board;
        this.fates = fates;
        this.backlog = backlog;
        this.postings = postings;
        this.amounts = amounts;
        this.store = store;
    }

    /** Null where there is no such run. */
    public @Nullable Run run() {
        return run;
    }

    private Run known() {
        return Objects.requireNonNull(run);
    }

    public String title() {
        return Jobs.title(known().job());
    }

    public boolean running() {
        return Obstacles.runs(run);
    }

    public Progress progress() {
        return board.of(known());
    }

    /** Which deed the address asks about: {@code restart}, {@code stop} or {@code abandon}; else empty. */
    public String asks() {
        return asked.text("ask").orElse("");
    }

    /** What became of the last deed; null where the address does not say. */
    public @Nullable Told told() {
        return asked.text("done").flatMap(Told::in).orElse(null);
    }

    public String did() {
        return Jobs.did(known().counts(), amounts);
    }

    public @Nullable String says() {
        return known().status().equals("COMPLETED") ? Jobs.says(known().exitStatus()) : null;
    }

    /** Why it failed, in words; null where it did not. */
    public @Nullable String why() {
        return known().status().equals("FAILED") ? Jobs.why(known().exitStatus()) : null;
    }

    public String given() {
        return Jobs.given(known().parameters());
    }

    /** A preview of what could be done for good: the wish to do so; null for any other run. */
    public @Nullable RunWish forGood() {
        RunWish wish = new RunWish(known().job(), known().parameters());
        boolean previewed =
                wish.canPreview() && !wish.posts() && known().status().equals("COMPLETED");
        return previewed ? wish.previewing(false) : null;
    }

    public List<StepLine> steps() {
        return StepLine.of(known(), history.steps(known().id()), amounts);
    }

    public JobStory story() {
        return JobStory.of(known().job());
    }

    /** The step at which a restart goes on, as people say it. */
    public String goesOnAt() {
        List<RunStep> steps = history.steps(known().id());
        return steps.stream()
                .filter(step -> !step.isDone())
                .map(RunStep::name)
                .findFirst()
                .or(() -> story().steps().stream().skip(steps.size()).findFirst())
                .map(JobStory::title)
                .orElse("its beginning");
    }

    /** What became of it where it did not simply end; null where it did. */
    public @Nullable Fate fate() {
        return fates.of(known().id()).orElse(null);
    }

    /** The run that it goes on from; null where it was started anew. */
    public @Nullable Long goesOnFrom() {
        return history.chain(known().id()).stream()
                .filter(id -> id < known().id())
                .reduce((first, second) -> second)
                .orElse(null);
    }

    /** The run that went on from it; null where none has. */
    public @Nullable Long wentOnAs() {
        return history.chain(known().id()).stream()
                .filter(id -> id > known().id())
                .findFirst()
                .orElse(null);
    }

    public @Nullable Integer mappings() {
        return history.mappings(known().id()).orElse(null);
    }

    public List<AuditEntry> deeds() {
        return history.deeds(known().job(), known().id(), known().started());
    }

    /** What was sent to the other side while it ran, newest first; empty of a job that sends nothing. */
    public List<Posting> sent() {
        if (!story().posts()) {
            return List.of();
        }
        Instant until = Objects.requireNonNullElseGet(known().ended(), store::now);
        return backlog.postings(known().started(), until, SENT_MOST).stream()
                .flatMap(id -> postings.get(id).stream())
                .toList();
    }

    public String cannotStop() {
        return obstacles.toStop(known());
    }

    public String cannotRestart() {
        return obstacles.toRestart(known(), last);
    }

    public String cannotAbandon() {
        return obstacles.toAbandon(known(), last);
    }
}
