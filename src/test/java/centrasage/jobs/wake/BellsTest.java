package centrasage.jobs.wake;

import static org.assertj.core.api.Assertions.assertThat;

import centrasage.centra.client.TestTime;
import centrasage.flow.Bell;
import centrasage.flow.TargetUnavailable;
import centrasage.sync.posting.StoreContract;
import centrasage.sync.runs.Node;
import centrasage.sync.store.JpaWorld;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** How often a bell is asked, by which node, and what becomes of its answer. */
class BellsTest {
    private static final Duration INTERVAL = Duration.ofSeconds(10);

    private final JpaWorld world = new JpaWorld(StoreContract.SETTLE);
    private final TestTime time = new TestTime();
    private final List<String> runs = new ArrayList<>();
    private final WakeUps wakeUps = new WakeUps((job, by) -> runs.add(job + " by " + by), time, Duration.ZERO);
    private final Node here = new Node("127.0.0.1", 8080);
    private int asked;
    private boolean rings;
    private boolean silent;
    private boolean on = true;

    private final Bell bell = new Bell() {
        @Override
        public String job() {
            return "order-import";
        }

        @Override
        public String name() {
            return "event queue";
        }

        @Override
        public Optional<Duration> interval() {
            return on ? Optional.of(INTERVAL) : Optional.empty();
        }

        @Override
        public boolean rings() throws TargetUnavailable {
            asked++;
            if (silent) {
                throw new TargetUnavailable("Centra does not answer");
            }
            return rings;
        }
    };

    private Bells bells(Node node) {
        return new Bells(List.of(bell), wakeUps, world.store(), node, time);
    }

    private void seconds(Bells bells, int length) {
        for (int second = 0; second < length; second++) {
            bells.ask();
            wakeUps.startWoken();
            time.take(Duration.ofSeconds(1));
        }
    }

    @Test
    void it_is_asked_once_in_its_interval_and_wakes_its_job_when_it_rings() {
        Bells bells = bells(here);
        seconds(bells, 60);
        assertThat(asked).isEqualTo(6);
        assertThat(runs).isEmpty();
        rings = true;
        seconds(bells, 10);
        assertThat(runs).containsExactly("order-import by event queue");
    }

    @Test
    void one_that_is_off_is_never_asked() {
        on = false;
        seconds(bells(here), 60);
        assertThat(asked).isZero();
    }

    @Test
    void one_node_asks_and_another_when_it_has_ended() {
        Bells first = bells(here);
        Bells second = bells(new Node("127.0.0.1", 8081));
        first.ask();
        second.ask();
        assertThat(asked).isEqualTo(1);
        first.end();
        time.take(INTERVAL);
        second.ask();
        assertThat(asked).isEqualTo(2);
    }

    @Test
    void what_it_cannot_say_wakes_nobody_and_ends_nothing() {
        Bells bells = bells(here);
        silent = true;
        seconds(bells, 30);
        assertThat(runs).isEmpty();
        silent = false;
        rings = true;
        seconds(bells, 1);
        assertThat(asked).isEqualTo(4);
        assertThat(runs).hasSize(1);
    }
}
