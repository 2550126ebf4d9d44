package centrasage.jobs.run;

import static org.assertj.core.api.Assertions.assertThat;

import centrasage.flow.event.SystemFinding;
import centrasage.sync.runs.Node;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What died is restarted once, with its own parameters, and not for ever. */
class RestartsTest {
    private final Runs runs = new Runs();
    private final Node node = new Node("127.0.0.1", 8080);
    private final Runs.FakeRunner runner = runs.runner(node);
    private final Restarts restarts =
            new Restarts(runs.fates, runs.log, runs.tables, runner, runs.world.audit(), runs.alarms);

    private void died(long id, String parameters) {
        runs.run(id, "order-import", node, "FAILED", parameters);
        runs.fates.decide(id, Fate.DIED);
    }

    @Test
    void it_is_restarted_once() {
        died(1, "{}");
        restarts.restartDue();
        restarts.restartDue();
        assertThat(runs.statuses()).containsExactly("FAILED", "STARTED");
        assertThat(runs.fates.of(1)).contains(Fate.RESTARTED);
        assertThat(runs.deeds()).containsExactly("JOB_RESTARTED job/order-import run 1 goes on as run 100");
    }

    @Test
    void what_was_cut_short_by_an_orderly_end_goes_on_and_counts_as_no_death() {
        runs.run(1, node, "STOPPED");
        runs.fates.cutShort(1);
        restarts.restartDue();
        assertThat(runs.statuses()).containsExactly("STOPPED", "STARTED");
        assertThat(runs.fates.of(1)).contains(Fate.RESUMED);
        assertThat(runs.fates.diesAgainAndAgain("order-import", 1, Duration.ofHours(1)))
                .isFalse();
    }

    @Test
    void what_a_person_stopped_stays_stopped_whatever_happens_to_its_process() {
        runs.run(1, node, "STOPPING");
        runs.fates.decide(1, Fate.STOPPED);
        runs.fates.cutShort(1);
        runs.fates.bury(runs.tables.unfinished().get(0));
        restarts.restartDue();
        assertThat(runs.statuses()).containsExactly("FAILED");
        assertThat(runs.fates.of(1)).contains(Fate.STOPPED);
    }

    @Test
    void a_newer_run_with_the_same_parameters_does_its_work() {
        died(1, "{}");
        runs.run(2, node, "STARTED");
        restarts.restartDue();
        assertThat(runs.fates.of(1)).contains(Fate.LEFT);
        assertThat(runs.statuses()).hasSize(2);
        assertThat(runs.findings.events()).isEmpty();
    }

    @Test
    void a_job_that_runs_with_other_parameters_is_waited_for() {
        died(1, "{\"from\":\"2026-11-01\"}");
        runs.run(2, node, "STARTED");
        runner.refuse(JobRefused.forNow("order-import is running already"));
        restarts.restartDue();
        assertThat(runs.fates.of(1)).contains(Fate.DIED);
        runner.accept();
        restarts.restartDue();
        assertThat(runs.fates.of(1)).contains(Fate.RESTARTED);
    }

    @Test
    void a_restart_that_nobody_lived_to_note_is_not_made_again() {
        died(1, "{}");
        runs.execution(2, 1, "STARTED");
        restarts.restartDue();
        assertThat(runs.statuses()).containsExactly("FAILED", "STARTED");
        assertThat(runs.fates.of(1)).contains(Fate.RESTARTED);
    }

    @Test
    void what_cannot_be_restarted_is_left_and_told() {
        died(1, "{}");
        runner.refuse(JobRefused.because("order-import could not be started: no such job"));
        restarts.restartDue();
        restarts.restartDue();
        assertThat(runs.fates.of(1)).contains(Fate.LEFT);
        assertThat(runs.findings.events()).singleElement().satisfies(finding -> {
            assertThat(finding.kind()).isEqualTo(SystemFinding.Kind.RUN_GIVEN_UP);
            assertThat(finding.subject()).isEqualTo("job/order-import");
            assertThat(finding.reason().what()).contains("Run 1 of order-import", "no such job");
        });
    }

    @Test
    void what_dies_a_third_time_within_an_hour_is_left_and_told() {
        dies(1);
        restarts.restartDue();
        assertThat(runs.fates.of(1)).contains(Fate.RESTARTED);
        diesAgain(100);
        restarts.restartDue();
        assertThat(runs.fates.of(100)).contains(Fate.RESTARTED);
        diesAgain(101);
        restarts.restartDue();
        assertThat(runs.fates.of(101)).contains(Fate.LEFT);
        assertThat(runs.statuses()).hasSize(3);
        assertThat(runs.findings.events())
                .singleElement()
                .satisfies(finding -> assertThat(finding.reason().what()).contains("3 times in a row"));
    }

    private void dies(long id) {
        died(id, "{}");
    }

    private void diesAgain(long id) {
        runs.ends(id, "FAILED");
        runs.fates.decide(id, Fate.DIED);
    }

    @Test
    void what_was_asked_to_end_and_has_not_yet_is_waited_for() {
        runs.run(1, node, "STOPPING");
        runs.fates.cutShort(1);
        restarts.restartDue();
        assertThat(runs.statuses()).containsExactly("STOPPING");
        assertThat(runs.fates.of(1)).contains(Fate.CUT_SHORT);
        runs.ends(1, "STOPPED");
        restarts.restartDue();
        assertThat(runs.statuses()).containsExactly("STOPPED", "STARTED");
    }

    @Test
    void what_a_person_gave_up_is_not_restarted_though_its_process_died() {
        died(1, "{}");
        runs.fates.decide(1, Fate.ABANDONED);
        restarts.restartDue();
        assertThat(runs.statuses()).containsExactly("FAILED");
        assertThat(runs.findings.events()).isEmpty();
    }

    @Test
    void that_a_person_wants_a_stop_is_seen_by_whoever_runs_it_and_by_nobody_else() {
        runs.run(1, node, "STARTED");
        runs.run(2, node, "STARTED");
        runs.fates.decide(1, Fate.STOPPED);
        assertThat(runs.fates.stopped(Set.of(1L, 2L))).containsExactly(1L);
        assertThat(runs.fates.stopped(Set.of(2L, 3L))).isEmpty();
    }

    @Test
    void deaths_count_only_in_a_row_and_within_the_hour() {
        died(1, "{\"a\":\"1\"}");
        died(2, "{\"a\":\"2\"}");
        died(3, "{\"a\":\"3\"}");
        assertThat(runs.fates.diesAgainAndAgain("order-import", 3, Duration.ofHours(1)))
                .isTrue();
        runs.run(4, node, "COMPLETED");
        died(5, "{\"a\":\"5\"}");
        assertThat(runs.fates.diesAgainAndAgain("order-import", 3, Duration.ofHours(1)))
                .isFalse();
        died(6, "{\"a\":\"6\"}");
        died(7, "{\"a\":\"7\"}");
        runs.world.clock().advance(Duration.ofHours(2));
        assertThat(runs.fates.diesAgainAndAgain("order-import", 3, Duration.ofHours(1)))
                .isFalse();
    }
}
