package centrasage.jobs.nightly;

import static org.assertj.core.api.Assertions.assertThat;

import centrasage.jobs.run.Fate;
import centrasage.jobs.run.Runs;
import centrasage.sync.runs.Node;
import centrasage.sync.runs.RunMappings;
import centrasage.sync.staging.PlanBasis;
import jakarta.batch.runtime.context.JobContext;
import java.lang.reflect.Proxy;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The job {@code retention}: old runs go from our tables and from all six of the batch runtime, and nothing else does. */
class PruneRunsTest {
    /** Runs are created at 06:00 on 23 November. */
    private static final Instant NINETY_DAYS_LATER = Instant.parse("2027-02-21T06:00:00.001Z");

    private static final List<String> TABLES = List.of(
            "JB_CHECKPOINTDATA",
            "JB_STEPSTATUS",
            "JB_STEPEXECUTIONINSTANCEDATA",
            "JB_JOBSTATUS",
            "JB_EXECUTIONINSTANCEDATA",
            "JB_JOBINSTANCEDATA",
            "job_run",
            "job_mappings",
            "job_fate");

    private final Runs runs = new Runs();
    private final Node node = new Node("127.0.0.1", 8080);
    private final RunMappings mappings = runs.world
            .transactions()
            .bean(
                    RunMappings.class,
                    runs.world.entities(),
                    runs.world
                            .transactions()
                            .bean(PlanBasis.class, runs.world.entities(), runs.world.time(), runs.world.audit()));
    private final OldRuns old =
            runs.world.transactions().bean(OldRuns.class, runs.tables, runs.log, runs.fates, mappings);

    /** What is in the database before each test, and stays: the latest run of the job. */
    @BeforeEach
    void theLatest() {
        runs.run(1_000, node, "COMPLETED");
    }

    private PruneRuns job(Instant now) {
        JobContext context = (JobContext) Proxy.newProxyInstance(
                JobContext.class.getClassLoader(),
                new Class<?>[] {JobContext.class},
                (proxy, method, arguments) -> 9_999L);
        return new PruneRuns(old, runs.world.runCounts(), context, Clock.fixed(now, ZoneOffset.UTC), "P90D");
    }

    private long deleted(Instant now) {
        job(now).process();
        return runs.world.runCounts().of(9_999).getOrDefault("runs deleted", 0L);
    }

    private List<String> executions() {
        return runs.database.column("SELECT jobexecid FROM JB_EXECUTIONINSTANCEDATA ORDER BY jobexecid");
    }

    @Test
    void an_old_run_goes_with_all_that_belongs_to_it() {
        List<Integer> before = TABLES.stream().map(runs.database::count).toList();
        runs.run(1, node, "FAILED");
        runs.fates.decide(1, Fate.LEFT);
        runs.world.runCounts().add(1, Map.of("posted", 3L));
        mappings.pin(1, 4);
        runs.instance(2, ":1:post:0");
        runs.execution(2, 2, "COMPLETED");
        assertThat(deleted(NINETY_DAYS_LATER)).isEqualTo(1);
        assertThat(TABLES.stream().map(runs.database::count)).isEqualTo(before);
        assertThat(runs.world.runCounts().of(1)).isEmpty();
        assertThat(runs.world.runCounts().of(9_999)).containsEntry("runs deleted", 1L);
    }

    @Test
    void nothing_younger_goes() {
        runs.run(1, node, "COMPLETED");
        assertThat(deleted(NINETY_DAYS_LATER.minusMillis(1))).isZero();
        assertThat(executions()).containsExactly("1", "1000");
    }

    @Test
    void the_latest_run_of_each_job_stays_however_old() {
        runs.run(1, "in-doubt", node, "COMPLETED", "{}");
        runs.run(2, "in-doubt", node, "COMPLETED", "{}");
        assertThat(deleted(NINETY_DAYS_LATER)).isEqualTo(1);
        assertThat(executions()).containsExactly("2", "1000");
        assertThat(runs.log.lastStart("in-doubt")).isPresent();
    }

    @Test
    void what_runs_stays_with_its_partitions() {
        runs.run(1, node, "STARTING");
        runs.run(2, node, "STARTED");
        runs.run(3, node, "STOPPING");
        runs.instance(50, ":2:post:0");
        runs.execution(50, 50, "STARTED");
        assertThat(deleted(NINETY_DAYS_LATER)).isZero();
        assertThat(executions()).hasSize(5);
    }

    @Test
    void a_start_goes_with_all_its_restarts_or_not_at_all() {
        runs.run(1, node, "FAILED");
        runs.execution(2, 1, "COMPLETED");
        runs.noted(2, "order-import", node, "{}");
        runs.run(3, node, "FAILED");
        runs.execution(4, 3, "COMPLETED");
        runs.noted(4, "order-import", node, "{}");
        runs.database.execute(
                "UPDATE JB_EXECUTIONINSTANCEDATA SET createtime = TIMESTAMP '2027-02-21 05:00:00' WHERE jobexecid = 4");
        assertThat(deleted(NINETY_DAYS_LATER)).isEqualTo(2);
        assertThat(executions()).containsExactly("3", "4", "1000");
    }

    @Test
    void other_partitions_whose_names_begin_alike_stay() {
        runs.run(1, node, "COMPLETED");
        runs.run(12, node, "COMPLETED");
        runs.execution(13, 12, "STARTED");
        runs.instance(14, ":12:post:0");
        runs.execution(14, 14, "STARTED");
        assertThat(deleted(NINETY_DAYS_LATER)).isEqualTo(1);
        assertThat(executions()).containsExactly("12", "13", "14", "1000");
        assertThat(runs.database.column("SELECT id FROM JB_CHECKPOINTDATA ORDER BY id"))
                .containsExactly("1000,plan,READER", "12,plan,READER", "14,plan,READER");
    }

    @Test
    void many_go_page_by_page_and_again_changes_nothing() {
        int many = 2 * OldRuns.PAGE + 5;
        for (int id = 1; id <= many; id++) {
            runs.run(id, node, "COMPLETED");
        }
        Instant limit = Instant.parse("2026-11-23T06:00:01Z");
        assertThat(old.delete(0, limit)).isEqualTo(new OldRuns.Page(OldRuns.PAGE, OldRuns.PAGE, false));
        assertThat(deleted(NINETY_DAYS_LATER)).isEqualTo(many - OldRuns.PAGE);
        assertThat(executions()).containsExactly("1000");
        job(NINETY_DAYS_LATER).process();
        assertThat(executions()).containsExactly("1000");
    }

    @Test
    void it_can_be_stopped() {
        runs.run(1, node, "COMPLETED");
        PruneRuns job = job(NINETY_DAYS_LATER);
        job.stop();
        job.process();
        assertThat(executions()).hasSize(2);
    }
}
