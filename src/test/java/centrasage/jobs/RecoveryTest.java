package centrasage.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import centrasage.jobs.nodes.Nodes;
import centrasage.jobs.nodes.NodesOf;
import centrasage.jobs.run.Restarts;
import centrasage.jobs.run.Runs;
import centrasage.sync.runs.Node;
import centrasage.sync.store.Lease;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** After a crash: what died on whichever node is recognised and marked, and nothing of a live node is touched. */
class RecoveryTest {
    private static final Duration LEASE = Duration.ofMinutes(1);

    private static final Duration TICK = Runs.HEARTBEAT.interval();

    private final Runs runs = new Runs();
    private final Node before = new Node("127.0.0.1", 8080);
    private final Node now = new Node("127.0.0.1", 8080);
    private final Node other = new Node("127.0.0.1", 8081);
    private final Runs.FakeRunner runner = runs.runner(now);
    private final Recovery recovery = recovery(runner, now);

    private Recovery recovery(Runs.FakeRunner its, Node node) {
        return runs.world
                .transactions()
                .bean(
                        Recovery.class,
                        runs.world.leases(),
                        runs.world.store(),
                        runs.log,
                        runs.tables,
                        runs.fates,
                        new Restarts(runs.fates, runs.log, runs.tables, its, runs.world.audit(), runs.alarms),
                        its,
                        NodesOf.nodes(runs.world, node),
                        node,
                        Runs.HEARTBEAT);
    }

    private void lease(String job, Node node) {
        assertThat(runs.world.store().lease("job/" + job, node.holder("job"), LEASE))
                .isTrue();
    }

    /** A run that looks dead once may be ending just now. */
    private void lookTwice() {
        recovery.look();
        recovery.look();
    }

    @Test
    void what_this_node_left_is_marked_failed_at_its_start() {
        runs.run(1, before, "COMPLETED");
        runs.run(2, before, "STARTED");
        runs.run(3, before, "STARTING");
        runs.run(4, other, "STARTED");
        runs.run(5, before, "FAILED");
        recovery.afterCrash();
        assertThat(runs.statuses()).containsExactly("COMPLETED", "FAILED", "FAILED", "STARTED", "FAILED");
        assertThat(runs.database.column("SELECT endtime FROM JB_EXECUTIONINSTANCEDATA WHERE jobexecid = 2"))
                .allMatch(time -> time.startsWith("2026-11-23 07:00:00"));
        assertThat(runs.database.column(
                        "SELECT CONCAT(stepname, ' ', batchstatus) FROM JB_STEPEXECUTIONINSTANCEDATA WHERE jobexecid = 2"
                                + " ORDER BY stepexecid"))
                .containsExactly("collect COMPLETED", "post FAILED");
        assertThat(runs.deeds()).containsExactly("JOB_DIED job/order-import run 2", "JOB_DIED job/order-import run 3");
    }

    @Test
    void the_partitions_of_a_dead_run_end_with_it_and_nobody_elses() {
        runs.run(1, before, "STARTED");
        runs.instance(11, ":1:post:0");
        runs.execution(11, 11, "STARTED");
        runs.run(2, other, "STARTED");
        runs.instance(12, ":12:post:0");
        runs.execution(12, 12, "STARTED");
        recovery.afterCrash();
        assertThat(runs.statuses()).containsExactly("FAILED", "STARTED", "FAILED", "STARTED");
        assertThat(
                        runs.database.column(
                                "SELECT batchstatus FROM JB_STEPEXECUTIONINSTANCEDATA WHERE jobexecid = 11 ORDER BY stepexecid"))
                .containsExactly("COMPLETED", "FAILED");
    }

    @Test
    void doing_it_again_changes_nothing() {
        runs.run(1, before, "STARTED");
        recovery.afterCrash();
        recovery.afterCrash();
        assertThat(runs.deeds()).hasSize(1);
    }

    @Test
    void what_it_held_is_given_back_and_a_live_nodes_leases_stay() {
        lease("order-import", before);
        runs.world.store().lease("lane/1", before.holder("lane/1#7"), LEASE);
        runs.world.store().lease("lane/2", other.holder("lane/2#1"), LEASE);
        recovery.afterCrash();
        assertThat(runs.world.leases().named("")).extracting(Lease::name).containsExactly("lane/2");
    }

    @Test
    void a_run_of_another_node_is_dead_when_its_lease_has_ended_and_goes_on_here() {
        runs.run(1, other, "STARTED");
        lease("order-import", other);
        lookTwice();
        assertThat(runs.statuses()).containsExactly("STARTED");
        runs.world.clock().advance(LEASE.plusSeconds(1));
        lookTwice();
        assertThat(runs.statuses()).containsExactly("FAILED", "STARTED");
        assertThat(runs.log.holder(100)).contains(now.holder("job"));
        assertThat(runs.deeds())
                .containsExactly(
                        "JOB_DIED job/order-import run 1", "JOB_RESTARTED job/order-import run 1 goes on as run 100");
    }

    /** Two nodes, each of which looks every ten seconds; the other one is alive, and so slow that it lost its job's lease. */
    @Test
    void a_run_of_a_node_that_is_slow_and_lives_is_not_touched() {
        Recovery others = recovery(runs.runner(other), other);
        Nodes alive = NodesOf.nodes(runs.world, other);
        alive.begin();
        runs.run(1, other, "STARTED");
        lease("order-import", other);
        for (int tick = 0; tick < 30; tick++) {
            runs.world.clock().advance(TICK);
            alive.beat();
            recovery.look();
            others.look();
        }
        assertThat(runs.world.leases().named("job/"))
                .as("it lost its lease")
                .allMatch(lease -> lease.until().isBefore(runs.world.store().now()));
        assertThat(runs.statuses()).containsExactly("STARTED");
        assertThat(runs.deeds()).isEmpty();
    }

    @Test
    void a_dead_node_is_recognised_within_a_minute_of_its_last_heartbeats_end() {
        NodesOf.nodes(runs.world, other).begin();
        runs.run(1, other, "STARTED");
        lease("order-import", other);
        runs.world.store().lease("recovery", other.holder("recovery"), LEASE); // and it was the one that looked
        int seconds = 0;
        for (; runs.statuses().get(0).equals("STARTED"); seconds += 10) {
            assertThat(seconds).isLessThanOrEqualTo(120);
            runs.world.clock().advance(TICK);
            recovery.look();
        }
        assertThat(Duration.ofSeconds(seconds))
                .isGreaterThanOrEqualTo(Runs.HEARTBEAT.limit())
                .isLessThanOrEqualTo(Runs.HEARTBEAT.limit().plusSeconds(30));
        assertThat(runs.statuses()).as("restarted in the same moment").containsExactly("FAILED", "STARTED");
    }

    @Test
    void two_that_look_restart_it_once() {
        Recovery second = recovery(runs.runner(other), other);
        Nodes one = NodesOf.nodes(runs.world, now);
        Nodes two = NodesOf.nodes(runs.world, other);
        one.begin();
        two.begin();
        runs.run(1, new Node("127.0.0.1", 8082), "STARTED");
        for (int tick = 0; tick < 12; tick++) {
            runs.world.clock().advance(TICK);
            one.beat();
            two.beat();
            recovery.look();
            second.look();
        }
        assertThat(runs.deeds())
                .filteredOn(deed -> deed.startsWith("JOB_RESTARTED"))
                .hasSize(1);
    }

    @Test
    void a_run_that_is_just_ending_is_not_taken_for_dead() {
        runs.run(1, other, "STARTED"); // its listener has given the lease back, its last status is not written yet
        recovery.look();
        assertThat(runs.statuses()).containsExactly("STARTED");
        runs.database.execute("UPDATE JB_EXECUTIONINSTANCEDATA SET batchstatus = 'COMPLETED'");
        lookTwice();
        assertThat(runs.statuses()).containsExactly("COMPLETED");
    }

    @Test
    void a_run_is_dead_when_another_process_holds_its_jobs_lease() {
        runs.run(1, before, "STARTED");
        runs.run(2, other, "STARTED");
        lease("order-import", other);
        lookTwice();
        assertThat(runs.statuses()).containsExactly("FAILED", "STARTED");
    }

    @Test
    void what_runs_here_is_alive_even_when_its_heartbeat_was_late() {
        runs.run(1, now, "STARTED");
        runner.runs(1L);
        lookTwice();
        assertThat(runs.statuses()).containsExactly("STARTED");
    }

    @Test
    void a_start_that_was_cut_before_it_was_noted_is_ended_when_nobody_can_be_starting_it() {
        runs.instance(1, "order-import");
        runs.execution(1, 1, "STARTING");
        lease("order-import", other);
        lookTwice();
        assertThat(runs.statuses()).containsExactly("STARTING");
        runs.world.clock().advance(LEASE.plusSeconds(1));
        lookTwice();
        assertThat(runs.statuses()).containsExactly("FAILED");
    }

    @Test
    void only_the_holder_of_its_lease_looks() {
        runs.run(1, other, "STARTED");
        runs.world.store().lease("recovery", other.holder("recovery"), LEASE);
        lookTwice();
        assertThat(runs.statuses()).containsExactly("STARTED");
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
        runs.run(4, other, "COMPLETED");
        runs.run(5, before, "COMPLETED");
        assertThat(runs.log.lastStart("order-import"))
                .contains(runs.world.time().now().plusSeconds(5));
        assertThat(runs.log.lastStart("in-doubt")).isEmpty();
    }
}
