package centrasage.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import centrasage.sync.Database;
import centrasage.sync.JpaWorld;
import centrasage.sync.Lease;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** After a crash: what this machine and port left behind is put in order, and nothing of anybody else is touched. */
class RecoveryTest {
    private static final Duration LEASE = Duration.ofMinutes(1);

    private final JpaWorld world = new JpaWorld(Duration.ofMinutes(10));
    private final Database database = world.database();
    private final Node before = new Node("127.0.0.1", 8080);
    private final Node now = new Node("127.0.0.1", 8080);
    private final Node other = new Node("127.0.0.1", 8081);
    private final RunLog log = world.transactions().bean(RunLog.class, world.entities(), world.runCounts());
    private final Recovery recovery =
            world.transactions().bean(Recovery.class, world.leases(), log, now, world.entities());

    @BeforeEach
    void runsOfBoth() {
        database.execute("INSERT INTO JB_JOBINSTANCEDATA (jobinstanceid, name) VALUES (1, 'order-import')");
        run(1, before, "COMPLETED");
        run(2, before, "STARTED");
        run(3, before, "STOPPING");
        run(4, other, "STARTED");
        run(5, before, "FAILED");
    }

    private void run(long id, Node node, String status) {
        database.execute(
                "INSERT INTO JB_EXECUTIONINSTANCEDATA (jobexecid, jobinstanceid, batchstatus, exitstatus, updatetime)"
                        + " VALUES (?, 1, ?, ?, TIMESTAMP '2026-11-23 07:00:00')",
                id,
                status,
                status);
        database.execute(
                "INSERT INTO JB_STEPEXECUTIONINSTANCEDATA (jobexecid, stepname, batchstatus) VALUES (?, 'collect', 'COMPLETED')",
                id);
        database.execute(
                "INSERT INTO JB_STEPEXECUTIONINSTANCEDATA (jobexecid, stepname, batchstatus) VALUES (?, 'post', ?)",
                id,
                status);
        log.started(new JobRunRow(
                id,
                "order-import",
                node.holder("job"),
                "timetable",
                "{}",
                world.time().now().plusSeconds(id)));
    }

    @Test
    void what_was_running_is_marked_failed_so_that_it_can_be_restarted() {
        recovery.afterCrash();
        assertThat(database.column("SELECT batchstatus FROM JB_EXECUTIONINSTANCEDATA ORDER BY jobexecid"))
                .containsExactly("COMPLETED", "FAILED", "FAILED", "STARTED", "FAILED");
        assertThat(database.column("SELECT endtime FROM JB_EXECUTIONINSTANCEDATA WHERE jobexecid = 2"))
                .allMatch(time -> time.startsWith("2026-11-23 07:00:00"));
        assertThat(database.column(
                        "SELECT CONCAT(stepname, ' ', batchstatus) FROM JB_STEPEXECUTIONINSTANCEDATA WHERE jobexecid = 2"
                                + " ORDER BY stepexecid"))
                .containsExactly("collect COMPLETED", "post FAILED");
    }

    @Test
    void doing_it_again_changes_nothing() {
        recovery.afterCrash();
        recovery.afterCrash();
        assertThat(log.unfinishedOf(before.everyBoot())).isEmpty();
        assertThat(log.unfinishedOf(other.everyBoot())).containsExactly(4L);
    }

    @Test
    void what_it_held_is_given_back_and_a_live_nodes_leases_stay() {
        world.store().lease("job/order-import", before.holder("job"), LEASE);
        world.store().lease("lane/1", before.holder("lane/1#7"), LEASE);
        world.store().lease("lane/2", other.holder("lane/2#1"), LEASE);
        recovery.afterCrash();
        assertThat(world.leases().named("")).extracting(Lease::name).containsExactly("lane/2");
    }

    @Test
    void two_starts_of_one_process_are_told_apart() {
        assertThat(before.holder("job")).isNotEqualTo(now.holder("job")).startsWith(now.everyBoot());
    }

    @Test
    void a_long_name_of_a_machine_still_fits_and_is_still_its_own() {
        Node one = new Node("build-agent.".repeat(8) + "one", 8080);
        Node two = new Node("build-agent.".repeat(8) + "two", 8080);
        assertThat(one.holder("resolver/32#12345678901")).hasSizeLessThanOrEqualTo(80);
        assertThat(one.everyBoot()).isNotEqualTo(two.everyBoot());
    }

    @Test
    void the_last_start_is_that_of_any_node() {
        assertThat(log.lastStart("order-import")).contains(world.time().now().plusSeconds(5));
        assertThat(log.lastStart("in-doubt")).isEmpty();
    }
}
