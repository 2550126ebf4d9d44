package centrasage.jobs.run;

import centrasage.sync.posting.Store;
import centrasage.sync.record.Audit;
import centrasage.sync.runs.Node;
import jakarta.batch.operations.BatchRuntimeException;
import jakarta.batch.operations.JobOperator;
import jakarta.batch.runtime.BatchRuntime;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.PersistenceException;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.StreamSupport;
import org.eclipse.microprofile.config.Config;

/** Starts, stops and restarts jobs; each job runs at most once at a time, on whichever node. */
@ApplicationScoped
public class Runner {
    private static final Logger LOG = Logger.getLogger(Runner.class.getName());
    private static final String SCHEDULE = "schedule.";
    /** How often the end of the last runs is looked for while this process ends. */
    private static final long LOOK_NANOS = Duration.ofMillis(50).toNanos();

    private final Map<String, Long> running = new ConcurrentHashMap<>();
    private volatile boolean ending;
    private Store store;
    private RunLog log;
    private Fates fates;
    private Node node;
    private Heartbeat heartbeat;
    private Audit audit;
    private Config config;

    @SuppressWarnings("NullAway.Init")
    Runner() {}

    @Inject
    Runner(Store store, RunLog log, Fates fates, Node node, Heartbeat heartbeat, Audit audit, Config config) {
        this.store = store;
        this.log = log;
        this.fates = fates;
        this.node = node;
        this.heartbeat = heartbeat;
        this.audit = audit;
        this.config = config;
    }

    /** The names of all jobs: each has a {@code schedule.<job>} setting, even if it is empty. */
    public Set<String> jobs() {
        Set<String> jobs = new TreeSet<>();
        StreamSupport.stream(config.getPropertyNames().spliterator(), false)
                .filter(name -> name.startsWith(SCHEDULE) && !name.equals("schedule.time-zone"))
                .forEach(name -> jobs.add(name.substring(SCHEDULE.length())));
        return jobs;
    }

    /**
     * Starts a job.
     *
     * @param startedBy a sign-in name, or the timetable
     * @return the execution's id
     * @throws JobRefused when there is no such job, or it runs already
     */
    public long start(String job, Map<String, String> parameters, String startedBy) throws JobRefused {
        if (!jobs().contains(job)) {
            throw JobRefused.unknown("there is no job named " + job + "; jobs are " + String.join(", ", jobs()));
        }
        return launch(
                job, parameters, startedBy, () -> true, operator -> operator.start(job, Parameters.of(parameters)));
    }

    /**
     * Starts a job that is due. It is asked again once nobody else can start it: another node may have run it to its end
     * since.
     */
    public long startDue(String job, BooleanSupplier due, String startedBy) throws JobRefused {
        return launch(job, Map.of(), startedBy, due, operator -> operator.start(job, Parameters.of(Map.of())));
    }

    /** Restarts a failed or stopped execution with its own parameters; the new execution's id. */
    public long restart(long executionId, String startedBy) throws JobRefused {
        Run run = log.known(executionId);
        if (run.status().equals("ABANDONED")) {
            throw JobRefused.because("run " + executionId + " was abandoned and is never restarted; start " + run.job()
                    + " anew instead");
        }
        if (!run.status().equals("FAILED") && !run.status().equals("STOPPED")) {
            throw JobRefused.because("run " + executionId + " is " + run.status()
                    + "; only a failed or stopped run can be restarted, start the job anew instead");
        }
        if (!fates.isLatest(executionId)) {
            throw JobRefused.because(
                    "run " + executionId + " was restarted already; look at the later runs of " + run.job());
        }
        Map<String, String> parameters = log.parameters(executionId);
        return launch(
                run.job(),
                parameters,
                startedBy,
                () -> true,
                operator -> operator.restart(executionId, Parameters.of(parameters)));
    }

    /** Asks a run on this node to end between two documents; false where it is ending already. */
    static boolean asked(long executionId) {
        try {
            BatchRuntime.getJobOperator().stop(executionId);
            return true;
        } catch (BatchRuntimeException e) {
            return false;
        }
    }

    /** Called by the clock: ends what runs here and a person has asked to stop, on whichever node they did so. */
    public void heedStops() {
        Set<Long> here = new TreeSet<>(running.values());
        here.remove(0L);
        if (!here.isEmpty()) {
            fates.stopped(here).forEach(Runner::asked);
        }
    }

    /** Does something while nobody, on whichever node, can start or restart this job. */
    void alone(String job, Deed deed) throws JobRefused {
        String holder = node.holder("deed");
        if (!lease(job, holder)) {
            throw JobRefused.forNow(job + " is running; try again when it has ended");
        }
        try {
            deed.done();
        } finally {
            store.endLease(leaseName(job), holder);
        }
    }

    @FunctionalInterface
    interface Deed {
        void done() throws JobRefused;
    }

    private interface Launch {
        long on(JobOperator operator);
    }

    /** Synchronized, as all that touches {@link #running}: every job of this node holds its lease by the same name. */
    private synchronized long launch(
            String job, Map<String, String> parameters, String startedBy, BooleanSupplier due, Launch launch)
            throws JobRefused {
        String holder = node.holder("job");
        if (ending) {
            throw JobRefused.forNow("this node is being stopped and starts nothing any more");
        }
        if (running.containsKey(job) || !lease(job, holder)) {
            throw JobRefused.forNow(job + " is running already; it can be started again when it has ended");
        }
        if (!due.getAsBoolean()) {
            store.endLease(leaseName(job), holder);
            throw JobRefused.forNow(job + " has been started by another node");
        }
        long id = launched(job, launch);
        log.started(new JobRunRow(id, job, holder, startedBy, Parameters.write(parameters), store.now()));
        audit.write(
                startedBy, "JOB_STARTED", "job/" + job, "run " + id + (parameters.isEmpty() ? "" : ", " + parameters));
        return id;
    }

    private long launched(String job, Launch launch) throws JobRefused {
        running.put(job, 0L);
        try {
            long id = launch.on(BatchRuntime.getJobOperator());
            running.computeIfPresent(job, (name, none) -> id);
            return id;
        } catch (BatchRuntimeException e) {
            ended(job);
            throw JobRefused.because(job + " could not be started: " + e.getMessage());
        } catch (RuntimeException e) {
            ended(job);
            throw e;
        }
    }

    private boolean lease(String job, String holder) {
        try {
            return store.lease(leaseName(job), holder, heartbeat.limit());
        } catch (PersistenceException e) {
            LOG.log(Level.FINE, "another node took the job in the same moment", e);
            return false;
        }
    }

    public static String leaseName(String job) {
        return "job/" + job;
    }

    /** Whether this process runs it, whatever the leases say. */
    public boolean isRunning(long executionId) {
        return running.containsValue(executionId);
    }

    /** Whether this process is being stopped, and its runs with it. */
    public boolean isEnding() {
        return ending;
    }

    /**
     * Asks every run of this node to end between two documents, and waits for them; starts nothing any more. What is not
     * done in time is left as a crash would leave it, and recovered like that.
     */
    public void end(Duration limit) {
        Set<Long> open = asked();
        long until = System.nanoTime() + limit.toNanos();
        while (!open.isEmpty() && System.nanoTime() < until) {
            LockSupport.parkNanos(LOOK_NANOS);
            open.removeIf(id -> !isRunning(id) && log.hasEnded(id));
        }
        if (!open.isEmpty()) {
            LOG.warning(() -> "Runs " + open + " did not end in time; they are recovered at the next start");
        }
    }

    /** Under the lock, so that no start is half made. */
    private synchronized Set<Long> asked() {
        ending = true;
        Set<Long> open = new TreeSet<>(running.values());
        open.forEach(Runner::asked);
        return open;
    }

    /** Called by the job's own listener, whatever its end. */
    public synchronized void ended(String job) {
        running.remove(job);
        store.endLease(leaseName(job), node.holder("job"));
    }

    /**
     * Says that the jobs of this node are alive; a job whose lease was lost meanwhile is stopped. It goes on later, unless the
     * one who has the lease does the same work.
     */
    public synchronized void beat() {
        running.forEach((job, executionId) -> {
            if (!store.lease(leaseName(job), node.holder("job"), heartbeat.limit()) && executionId != 0) {
                LOG.severe(() -> job + " lost its lease and is stopped: another node runs it");
                fates.cutShort(executionId);
                asked(executionId);
            }
        });
    }
}
