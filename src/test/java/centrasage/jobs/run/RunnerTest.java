package centrasage.jobs.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import centrasage.sync.runs.Node;
import org.junit.jupiter.api.Test;

/** Two nodes that look at one timetable: the one that comes second starts nothing, and leaves nothing behind. */
class RunnerTest {
    private final Runs runs = new Runs();
    private final Node node = new Node("127.0.0.1", 8080);
    private final Node other = new Node("127.0.0.1", 8081);
    private final Runner runner = runs.runner(node);

    private boolean isFree() {
        return runs.world.store().lease(Runner.leaseName("in-doubt"), other.holder("job"), Runs.HEARTBEAT.limit());
    }

    @Test
    void a_job_that_another_node_has_run_to_its_end_since_is_not_due_any_more() {
        assertThatThrownBy(() -> runner.startDue("in-doubt", () -> false, "timetable"))
                .isInstanceOfSatisfying(
                        JobRefused.class,
                        refused -> assertThat(refused.isForNow()).isTrue());
        assertThat(isFree()).isTrue();
    }

    @Test
    void whether_it_is_due_is_asked_once_nobody_else_can_start_it() {
        assertThatThrownBy(() -> runner.startDue(
                        "in-doubt",
                        () -> {
                            assertThat(isFree()).as("by another node").isFalse();
                            return false;
                        },
                        "timetable"))
                .isInstanceOf(JobRefused.class);
    }

    @Test
    void what_must_not_meet_a_start_waits_for_its_end_and_keeps_nobody_waiting_after() throws JobRefused {
        assertThat(isFree()).isTrue();
        assertThatThrownBy(() -> runner.alone("in-doubt", () -> {}))
                .hasMessageContaining("in-doubt is running")
                .isInstanceOfSatisfying(
                        JobRefused.class,
                        refused -> assertThat(refused.isForNow()).isTrue());
        runs.world.store().endLease(Runner.leaseName("in-doubt"), other.holder("job"));
        runner.alone("in-doubt", () -> assertThat(isFree()).isFalse());
        assertThat(isFree()).isTrue();
    }
}
