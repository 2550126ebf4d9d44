package centrasage.jobs.wake;

import centrasage.flow.Bell;
import centrasage.flow.TargetUnavailable;
import centrasage.sync.posting.Store;
import centrasage.sync.runs.Node;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.logging.Logger;

/** Asks each bell whether it rings, on one node at a time, and wakes its job. */
@ApplicationScoped
public class Bells {
    private static final Logger LOG = Logger.getLogger(Bells.class.getName());
    /** After a crash another node asks in its place so much later. */
    private static final Duration LEASE = Duration.ofMinutes(1);

    private final Map<String, Instant> asked = new HashMap<>();
    private final Map<String, String> silence = new HashMap<>();
    private Iterable<Bell> bells;
    private WakeUps wakeUps;
    private Store store;
    private Node node;
    private Clock clock;

    @SuppressWarnings("NullAway.Init")
    Bells() {}

    @Inject
    Bells(@Any Instance<Bell> bells, WakeUps wakeUps, Store store, Node node, Clock clock) {
        this((Iterable<Bell>) bells, wakeUps, store, node, clock);
    }

    Bells(Iterable<Bell> bells, WakeUps wakeUps, Store store, Node node, Clock clock) {
        this.bells = bells;
        this.wakeUps = wakeUps;
        this.store = store;
        this.node = node;
        this.clock = clock;
    }

    /** Called by the clock, by one thread at a time. */
    public synchronized void ask() {
        for (Bell bell : bells) {
            if (isDue(bell)) {
                asked.put(bell.name(), clock.instant());
                if (store.lease(lease(bell), node.holder("bell"), LEASE.plus(interval(bell)))) {
                    ask(bell);
                }
            }
        }
    }

    private boolean isDue(Bell bell) {
        Instant last = asked.getOrDefault(bell.name(), Instant.EPOCH);
        return bell.interval()
                .filter(interval -> !last.plus(interval).isAfter(clock.instant()))
                .isPresent();
    }

    private static Duration interval(Bell bell) {
        return bell.interval().orElse(Duration.ZERO);
    }

    private static String lease(Bell bell) {
        return "bell/" + bell.job();
    }

    private void ask(Bell bell) {
        try {
            if (bell.rings()) {
                wakeUps.wake(bell.job(), bell.name());
            }
            silence.remove(bell.name());
        } catch (TargetUnavailable e) {
            String why = String.valueOf(e.getMessage());
            if (!why.equals(silence.put(bell.name(), why))) { // a failure that repeats is told once
                LOG.warning(() -> "The " + bell.name() + " cannot be asked for work, " + bell.job()
                        + " runs by its schedule meanwhile: " + why);
            }
        }
    }

    /** Lets another node ask at once. */
    public synchronized void end() {
        for (Bell bell : bells) {
            if (asked.containsKey(bell.name())) {
                store.endLease(lease(bell), node.holder("bell"));
            }
        }
    }
}
