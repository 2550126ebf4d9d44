package centrasage.orders.intake;

import static org.assertj.core.api.Assertions.assertThat;

import centrasage.centra.client.CentraEvents;
import centrasage.centra.client.QueuedEvent;
import centrasage.centra.client.TestTime;
import centrasage.flow.TargetUnavailable;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class EventBellTest {
    private final TestTime time = new TestTime();
    private final List<QueuedEvent> waiting = new ArrayList<>();

    private EventBell bell(String events, String mode) {
        CentraEvents centra = new CentraEvents() {
            @Override
            public List<QueuedEvent> first() {
                return waiting.stream().limit(1).toList();
            }
        };
        return new EventBell(centra, new EventSettings(events, mode, Duration.ofSeconds(10)), time);
    }

    @Test
    void it_rings_for_each_new_head_and_for_one_that_stays_once_a_minute() throws TargetUnavailable {
        EventBell bell = bell("on", "live");
        assertThat(bell.rings()).isFalse();
        waiting.add(new QueuedEvent(1, "Order", 7));
        assertThat(bell.rings()).isTrue();
        assertThat(bell.rings()).isFalse();
        time.take(Duration.ofSeconds(59));
        assertThat(bell.rings()).isFalse();
        time.take(Duration.ofSeconds(1));
        assertThat(bell.rings()).isTrue();
        waiting.set(0, new QueuedEvent(2, "Shipment", 7));
        assertThat(bell.rings()).isTrue();
    }

    @Test
    void it_is_asked_only_where_events_are_on_and_something_is_written() {
        assertThat(bell("on", "live").interval()).contains(Duration.ofSeconds(10));
        assertThat(bell("off", "live").interval()).isEmpty();
        assertThat(bell("on", "preview").interval()).isEmpty();
    }
}
