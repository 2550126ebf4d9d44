package centrasage.jobs;

import centrasage.jobs.nodes.Nodes;
import centrasage.jobs.repository.BatchTables;
import centrasage.jobs.repository.Unfinished;
import centrasage.jobs.run.Fates;
import centrasage.jobs.run.Heartbeat;
import centrasage.jobs.run.Restarts;
import centrasage.jobs.run.RunLog;
import centrasage.jobs.run.Runner;
import centrasage.sync.database.Atomic;
import centrasage.sync.posting.Store;
import centrasage.sync.runs.Node;
import centrasage.sync.store.Lease;
import centrasage.sync.store.Leases;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.logging.Logger;

/**
 * Recognises runs whose process died, on whichever node, and has them restarted. A run is dead when the lease of its job is
 * not held by the process that ran it, and that process does not say that it is alive either. Executions of live nodes are
 * never touched.
 */
@ApplicationScoped
public class Recovery {
    private static final Logger LOG = Logger.getLogger(Recovery.class.getName());
    private static final String NAME = "recovery";

    /** Looked dead the last time: a run that is just ending has given its lease back and is not yet marked as ended. */
    private Set<Long> suspects = Set.of();

    private Leases leases;
    private Store store;
    private RunLog log;
    private BatchTables tables;
    private Fates fates;
    private Restarts restarts;
    private Runner runner;
    private Nodes nodes;
    private Node node;
    private Heartbeat heartbeat;

    @SuppressWarnings("NullAway.Init")
    Recovery() {}

    @Inject
    Recovery(
            Leases leases,
            Store store,
            RunLog log,
            BatchTables tables,
            Fates fates,
            Restarts restarts,
            Runner runner,
            Nodes nodes,
            Node node,
            Heartbeat heartbeat) {
        this.leases = leases;
        this.store = store;
        this.log = log;
        this.tables = tables;
        this.fates = fates;
        this.restarts = restarts;
        this.runner = runner;
        this.nodes = nodes;
        this.node = node;
        this.heartbeat = heartbeat;
    }

    /**
     * Called once at the start, before this process holds anything itself: what this machine and port held in an earlier
     * life is dead for certain, because two processes cannot listen there, and need not wait for its leases to end.
     */
    @Atomic
    public void afterCrash() {
        int ended = leases.endOf(node.everyBoot());
        List<Long> dead = tables.unfinished().stream()
                .filter(run -> log.holder(run.id())
                        .filter(holder -> holder.startsWith(node.everyBoot()))
                        .isPresent())
                .filter(fates::bury)
                .map(Unfinished::id)
                .toList();
        if (ended > 0 || !dead.isEmpty()) {
            LOG.warning(() -> "The last run of this node ended without notice: " + ended + " leases were given back, "
                    + "runs " + dead + " are marked FAILED");
        }
    }

    /** Called by the clock on every node; one of them looks. */
    synchronized void look() {
        if (!store.lease(NAME, node.holder(NAME), heartbeat.limit())) {
            suspects = Set.of();
            return;
        }
        Set<Long> dead = new HashSet<>();
        Map<String, Lease> held = held();
        for (Unfinished run : tables.unfinished()) {
            if (isDead(run, held) && !runner.isRunning(run.id())) {
                dead.add(run.id());
                bury(run);
            }
        }
        suspects = dead;
        restarts.restartDue();
    }

    /** Lets another node look at once. */
    void end() {
        leases.endOf(node.everyBoot());
    }

    /** Live leases of jobs, by name. */
    private Map<String, Lease> held() {
        Instant now = store.now();
        Map<String, Lease> held = new HashMap<>();
        leases.named(Runner.leaseName("")).stream()
                .filter(lease -> lease.until().isAfter(now))
                .forEach(lease -> held.put(lease.name(), lease));
        return held;
    }

    /**
     * A run of which no holder is noted was just being started, by the one who holds the lease then. A node that lives and has
     * lost its lease, because it was slow, ends its run itself.
     */
    private boolean isDead(Unfinished run, Map<String, Lease> held) {
        Optional<String> lease =
                Optional.ofNullable(held.get(Runner.leaseName(run.job()))).map(Lease::holder);
        Optional<String> holder = log.holder(run.id());
        boolean lost = lease.isEmpty() || holder.isPresent() && !holder.equals(lease);
        return lost && holder.filter(nodes::isAlive).isEmpty();
    }

    private void bury(Unfinished run) {
        if (suspects.contains(run.id()) && fates.bury(run)) {
            LOG.warning(() -> "Run " + run.id() + " of " + run.job()
                    + " is marked FAILED: the process that ran it ended" + " without notice");
        }
    }
}
