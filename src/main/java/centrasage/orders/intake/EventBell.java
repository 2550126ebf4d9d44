package centrasage.orders.intake;

import centrasage.centra.client.CentraEvents;
import centrasage.centra.client.QueuedEvent;
import centrasage.flow.Bell;
import centrasage.flow.TargetUnavailable;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Rings for {@code order-import} when something waits in Centra's event queue. It looks at the head alone: the run reads and
 * confirms. A head that stays, because a run could not confirm it, rings once a minute and not each time.
 */
@ApplicationScoped
class EventBell implements Bell {
    private static final Duration SAME_AGAIN = Duration.ofMinutes(1);
    private static final int NONE = -1;

    private CentraEvents events;
    private EventSettings settings;
    private Clock clock;
    private int lastHead = NONE;
    private Instant rungAt = Instant.EPOCH;

    @SuppressWarnings("NullAway.Init")
    EventBell() {}

    @Inject
    EventBell(CentraEvents events, EventSettings settings, Clock clock) {
        this.events = events;
        this.settings = settings;
        this.clock = clock;
    }

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
        return settings.on() ? Optional.of(settings.interval()) : Optional.empty();
    }

    @Override
    public synchronized boolean rings() throws TargetUnavailable {
        List<QueuedEvent> first = events.first();
        if (first.isEmpty()) {
            return false;
        }
        int head = first.get(0).id();
        Instant now = clock.instant();
        if (head == lastHead && rungAt.plus(SAME_AGAIN).isAfter(now)) {
            return false;
        }
        lastHead = head;
        rungAt = now;
        return true;
    }
}
