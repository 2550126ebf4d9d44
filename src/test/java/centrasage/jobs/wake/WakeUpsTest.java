package centrasage.jobs.wake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import centrasage.centra.client.TestTime;
import centrasage.jobs.run.JobRefused;
import centrasage.jobs.run.Refusals;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** However often a job is woken, it runs as often as it must, and no more. */
class WakeUpsTest {
    private static final Duration REST = Duration.ofSeconds(10);
    private static final String JOB = "order-import";

    private final TestTime time = new TestTime();
    private final List<String> runs = new ArrayList<>();
    private @Nullable JobRefused refusal;
    private boolean storeDown;

    private final WakeUps wakeUps = new WakeUps(
            (job, by) -> {
                if (storeDown) {
                    throw new IllegalStateException("the store does not answer");
                }
                if (refusal != null) {
                    throw refusal;
                }
                runs.add(job + " by " + by);
            },
            time,
            REST);

    /** What the clock of the jobs does, every second. */
    private void seconds(int length) {
        for (int second = 0; second < length; second++) {
            wakeUps.startWoken();
            time.take(Duration.ofSeconds(1));
        }
    }

    @Test
    void nobody_wakes_anything_and_nothing_runs() {
        seconds(60);
        assertThat(runs).isEmpty();
        assertThat(wakeUps.heard()).isEmpty();
    }

    @Test
    void a_burst_leads_to_one_run() {
        IntStream.range(0, 1_000).parallel().forEach(i -> wakeUps.wake(JOB, "web hook"));
        seconds(60);
        assertThat(runs).containsExactly(JOB + " by web hook");
        assertThat(wakeUps.heard()).containsOnlyKeys("web hook");
    }

    @Test
    void a_stream_without_end_leads_to_one_run_in_each_interval() {
        for (int second = 0; second < 60; second++) {
            wakeUps.wake(JOB, "web hook");
            seconds(1);
        }
        assertThat(runs).hasSize(6);
    }

    @Test
    void what_comes_while_a_run_is_under_way_leads_to_one_more_run_after_it() {
        wakeUps.wake(JOB, "web hook");
        seconds(1);
        assertThat(runs).hasSize(1);
        refusal = Refusals.forNow();
        for (int second = 0; second < 120; second++) {
            wakeUps.wake(JOB, "web hook");
            seconds(1);
        }
        assertThat(runs).hasSize(1);
        refusal = null;
        seconds(60);
        assertThat(runs).hasSize(2);
    }

    @Test
    void who_wakes_a_job_in_the_moment_in_which_it_starts_has_it_run_again() {
        List<Integer> starts = new ArrayList<>();
        WakeUps[] self = new WakeUps[1];
        self[0] = new WakeUps(
                (job, by) -> {
                    starts.add(1);
                    if (starts.size() == 1) {
                        self[0].wake(job, by);
                    }
                },
                time,
                REST);
        self[0].wake(JOB, "web hook");
        for (int second = 0; second < 30; second++) {
            self[0].startWoken();
            time.take(Duration.ofSeconds(1));
        }
        assertThat(starts).hasSize(2);
    }

    @Test
    void a_job_that_does_not_exist_is_not_tried_for_ever() {
        refusal = Refusals.unknown();
        wakeUps.wake(JOB, "web hook");
        seconds(1);
        refusal = null;
        seconds(60);
        assertThat(runs).isEmpty();
    }

    @Test
    void a_store_that_does_not_answer_loses_no_wake_up() {
        storeDown = true;
        wakeUps.wake(JOB, "event queue");
        assertThatThrownBy(wakeUps::startWoken).hasMessageContaining("the store");
        storeDown = false;
        seconds(1);
        assertThat(runs).containsExactly(JOB + " by event queue");
    }
}
