package centrasage.jobs.lanes;

import static org.assertj.core.api.Assertions.assertThat;

import centrasage.flow.TargetUnavailable;
import org.junit.jupiter.api.Test;

class LaneFailuresTest {
    @Test
    void the_first_failure_of_a_runs_lanes_is_told_once() {
        LaneFailures failures = new LaneFailures();
        failures.add(7, new TargetUnavailable("Sage 200 is away"));
        failures.add(7, new IllegalStateException("later"));

        assertThat(failures.take(8)).isEmpty();
        assertThat(failures.take(7)).contains("FAILED: Sage 200 is away");
        assertThat(failures.take(7)).isEmpty();
    }
}
