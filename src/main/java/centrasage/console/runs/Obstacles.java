package centrasage.console.runs;

import centrasage.console.frame.Visitor;
import centrasage.console.words.Moments;
import centrasage.jobs.history.RunHistory;
import centrasage.jobs.run.Run;
import centrasage.jobs.run.Runner;
import centrasage.sync.posting.Store;
import centrasage.sync.runs.Node;
import centrasage.sync.store.Lease;
import centrasage.sync.store.Leases;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Why a button cannot be pressed now, in words; empty where it can. */
@RequestScoped
public class Obstacles {
    private static final Set<String> RUNNING = Set.of("STARTING", "STARTED", "STOPPING");
    private static final Set<String> ENDED_EARLY = Set.of("FAILED", "STOPPED");

    private List<Lease> held;
    private RunHistory history;
    private Visitor visitor;
    private Moments moments;

    @SuppressWarnings("NullAway.Init")
    Obstacles() {}

    @Inject
    Obstacles(Leases leases, Store store, RunHistory history, Visitor visitor, Moments moments) {
        Instant now = store.now();
        this.held = leases.named(Runner.leaseName("")).stream()
                .filter(lease -> lease.until().isAfter(now))
                .toList();
        this.history = history;
        this.visitor = visitor;
        this.moments = moments;
    }

    public static boolean runs(@Nullable Run run) {
        return run != null && RUNNING.contains(run.status());
    }

    /** On which node a job runs at this moment; empty where it does not. */
    public Optional<String> owner(String job) {
        return held.stream()
                .filter(lease -> lease.name().equals(Runner.leaseName(job)))
                .map(lease -> Node.nameOf(lease.holder()))
                .findFirst();
    }

    private String ofRole() {
        return visitor.mayRunJobs()
                ? ""
                : "Your role (" + visitor.role()
                        + ") may look only. Operations and administrators start and stop jobs.";
    }

    /** @param last the latest run of the job; null before its first */
    public String toStart(String job, @Nullable Run last) {
        return ofRole().isEmpty() ? ofRunning(job, last) : ofRole();
    }

    private String ofRunning(String job, @Nullable Run last) {
        if (last != null && runs(last)) {
            return "It runs already, since " + moments.time(last.started()) + " on node " + last.node() + ", as run "
                    + last.id() + ".";
        }
        return owner(job)
                .map(node -> "It is just being started or ended on node " + node + ".")
                .orElse("");
    }

    public String toStop(Run run) {
        if (!runs(run)) {
            return "It has ended.";
        }
        return run.status().equals("STOPPING")
                ? "It was asked to stop already, and ends after the document at hand."
                : ofRole();
    }

    public String toRestart(Run run, @Nullable Run last) {
        return switch (run.status()) {
            case "COMPLETED" -> "It ran to its end: there is nothing to go on with. Start the job anew instead.";
            case "ABANDONED" -> "It was given up. Start the job anew instead.";
            default -> toChange(run, last);
        };
    }

    public String toAbandon(Run run, @Nullable Run last) {
        return run.status().equals("COMPLETED") || run.status().equals("ABANDONED")
                ? "It is over."
                : toChange(run, last);
    }

    private String toChange(Run run, @Nullable Run last) {
        if (!ENDED_EARLY.contains(run.status())) {
            return "It has not ended.";
        }
        if (!history.isLatest(run.id())) {
            return "It was restarted already: see below as which run.";
        }
        return toStart(run.job(), last);
    }
}
