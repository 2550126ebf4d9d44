package centrasage.jobs;

import centrasage.sync.AuditSealer;
import centrasage.sync.Store;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Everything that happens by the clock on this node; none of it is persistent, and all of it is safe on many nodes. */
@ApplicationScoped
public class Ticks {
    private static final Logger LOG = Logger.getLogger(Ticks.class.getName());
    private static final Duration SEALER_LEASE = Duration.ofSeconds(60);
    private static final long HEAD_TO_LOG_EVERY = 60;

    @Resource(lookup = "java:global/concurrent/timetable")
    @SuppressWarnings("NullAway.Init")
    private ManagedScheduledExecutorService executor;

    private Timetable timetable;
    private Runner runner;
    private Lanes lanes;
    private AuditSealer sealer;
    private Store store;
    private Node node;
    private Duration drainInterval;
    private volatile boolean stopped;
    private long seals;

    @SuppressWarnings("NullAway.Init")
    Ticks() {}

    @Inject
    Ticks(
            Timetable timetable,
            Runner runner,
            Lanes lanes,
            AuditSealer sealer,
            Store store,
            Node node,
            @ConfigProperty(name = "posting.drain-interval") Duration drainInterval) {
        this.timetable = timetable;
        this.runner = runner;
        this.lanes = lanes;
        this.sealer = sealer;
        this.store = store;
        this.node = node;
        this.drainInterval = drainInterval;
    }

    /** Called once by the last step of the start. */
    public void begin() {
        every(Duration.ofSeconds(1), "timetable", timetable::startDue);
        every(Runner.HEARTBEAT.dividedBy(6), "heartbeat", runner::beat);
        every(drainInterval, "drain", () -> lanes.post(() -> stopped, word -> {}));
        every(Duration.ofSeconds(2), "audit sealer", this::seal);
    }

    private void every(Duration interval, String name, Runnable work) {
        AtomicReference<String> lastFailure = new AtomicReference<>("");
        executor.scheduleWithFixedDelay(
                () -> {
                    try {
                        if (!stopped) {
                            work.run();
                            lastFailure.set("");
                        }
                    } catch (RuntimeException | Error e) { // an escaped one would silently end the ticking
                        report(name, e, lastFailure);
                    }
                },
                interval.toMillis(),
                interval.toMillis(),
                TimeUnit.MILLISECONDS);
    }

    /** A failure that repeats is told once: the next tick tries again anyway. */
    private static void report(String name, Throwable failure, AtomicReference<String> last) {
        String now = String.valueOf(failure.getMessage());
        if (!now.equals(last.getAndSet(now))) {
            LOG.log(Level.WARNING, failure, () -> name + " failed and is tried again");
        }
    }

    private void seal() {
        if (!store.lease("audit-sealer", node.holder("sealer"), SEALER_LEASE)) {
            return;
        }
        int sealed = sealer.seal();
        while (sealed > 0 && !stopped) {
            sealed = sealer.seal();
        }
        if (seals++ % HEAD_TO_LOG_EVERY == 0) {
            AuditSealer.Head head = sealer.head();
            LOG.info(() -> "audit trail sealed up to " + head.number() + " " + head.hash());
        }
    }

    @PreDestroy
    void end() {
        stopped = true;
    }
}
