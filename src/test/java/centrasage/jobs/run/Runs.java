package centrasage.jobs.run;

import centrasage.flow.event.SystemFinding;
import centrasage.flow.event.SystemMended;
import centrasage.jobs.repository.BatchTables;
import centrasage.sync.database.Database;
import centrasage.sync.posting.Heard;
import centrasage.sync.runs.Node;
import centrasage.sync.store.JpaWorld;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.ConfigProvider;

/** Runs as the batch runtime and the runner leave them in the database, and the beans that look after them. */
public final class Runs {
    public static final Heartbeat HEARTBEAT = new Heartbeat(Duration.ofSeconds(60));

    public final JpaWorld world = new JpaWorld(Duration.ofMinutes(10));
    public final Database database = world.database();
    public final BatchTables tables = world.transactions().bean(BatchTables.class, world.entities());
    public final RunLog log = world.transactions().bean(RunLog.class, world.entities(), world.runCounts());
    public final Fates fates =
            world.transactions().bean(Fates.class, world.entities(), world.time(), tables, world.audit());
    public final Heard<SystemFinding> findings = new Heard<>();
    final Heard<SystemMended> mended = new Heard<>();
    public final Alarms alarms = world.transactions().bean(Alarms.class, findings, mended);

    /** A runner whose batch runtime is this table: what it is asked to restart stands there as a new run. */
    public FakeRunner runner(Node node) {
        return new FakeRunner(node);
    }

    public final class FakeRunner extends Runner {
        private final Node node;
        private long next = 100;
        private Optional<JobRefused> refusal = Optional.empty();
        private List<Long> here = List.of();

        FakeRunner(Node node) {
            super(world.store(), log, fates, node, HEARTBEAT, world.audit(), ConfigProvider.getConfig());
            this.node = node;
        }

        void refuse(JobRefused why) {
            refusal = Optional.of(why);
        }

        void accept() {
            refusal = Optional.empty();
        }

        public void runs(Long... ids) {
            here = List.of(ids);
        }

        @Override
        public boolean isRunning(long executionId) {
            return here.contains(executionId);
        }

        @Override
        public long restart(long executionId, String startedBy) throws JobRefused {
            if (refusal.isPresent()) {
                throw refusal.get();
            }
            long id = next++;
            execution(id, instance(executionId), "STARTED");
            noted(id, "order-import", node, Parameters.write(log.parameters(executionId)));
            return id;
        }
    }

    public long instance(long executionId) {
        return Long.parseLong(
                database.column("SELECT jobinstanceid FROM JB_EXECUTIONINSTANCEDATA WHERE jobexecid = " + executionId)
                        .get(0));
    }

    /** A run of its own instance, with a finished step and one in its status, noted by the node that runs it. */
    public void run(long id, String job, Node node, String status, String parameters) {
        instance(id, job);
        execution(id, id, status);
        noted(id, job, node, parameters);
    }

    public void run(long id, Node node, String status) {
        run(id, "order-import", node, status, "{}");
    }

    public void instance(long id, String name) {
        database.execute("INSERT INTO JB_JOBINSTANCEDATA (jobinstanceid, name) VALUES (?, ?)", id, name);
        database.execute("INSERT INTO JB_JOBSTATUS (id) VALUES (?)", id);
        database.execute("INSERT INTO JB_CHECKPOINTDATA (id) VALUES (?)", id + ",plan,READER");
    }

    public void execution(long id, long instance, String status) {
        database.execute(
                "INSERT INTO JB_EXECUTIONINSTANCEDATA"
                        + " (jobexecid, jobinstanceid, batchstatus, exitstatus, createtime, updatetime)"
                        + " VALUES (?, ?, ?, ?, TIMESTAMP '2026-11-23 06:00:00', TIMESTAMP '2026-11-23 07:00:00')",
                id,
                instance,
                status,
                status);
        step(2 * id, id, "collect", "COMPLETED");
        step(2 * id + 1, id, "post", status);
    }

    /** The batch runtime's last word on an execution. */
    public void ends(long id, String status) {
        database.execute("UPDATE JB_EXECUTIONINSTANCEDATA SET batchstatus = ? WHERE jobexecid = ?", status, id);
    }

    private void step(long id, long execution, String name, String status) {
        database.execute(
                "INSERT INTO JB_STEPEXECUTIONINSTANCEDATA (stepexecid, jobexecid, stepname, batchstatus)"
                        + " VALUES (?, ?, ?, ?)",
                id,
                execution,
                name,
                status);
        database.execute("INSERT INTO JB_STEPSTATUS (id) VALUES (?)", id);
    }

    public void noted(long id, String job, Node node, String parameters) {
        log.started(new JobRunRow(
                id,
                job,
                node.holder("job"),
                "timetable",
                parameters,
                world.time().now().plusSeconds(id)));
    }

    /** The status of every execution, oldest first. */
    public List<String> statuses() {
        return database.column("SELECT batchstatus FROM JB_EXECUTIONINSTANCEDATA ORDER BY jobexecid");
    }

    /** The audit rows of recovery, oldest first. */
    public List<String> deeds() {
        return database.column("SELECT CONCAT(action, ' ', subject, ' ', detail) FROM audit_entry ORDER BY id");
    }
}
