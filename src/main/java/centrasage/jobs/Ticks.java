package centrasage.jobs;

import centrasage.flow.Chore;
import centrasage.jobs.ages.AgeWatch;
import centrasage.jobs.audit.HeadWatch;
import centrasage.jobs.audit.Sealing;
import centrasage.jobs.causes.CauseWatch;
import centrasage.jobs.lanes.Lanes;
import centrasage.jobs.lanes.LockTick;
import centrasage.jobs.nodes.Nodes;
import centrasage.jobs.run.Heartbeat;
import centrasage.jobs.run.Runner;
import centrasage.jobs.totals.Folding;
import centrasage.jobs.wake.Bells;
import centrasage.jobs.wake.WakeUps;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ContextService;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Everything that happens by the clock on this node; none of it is persistent, and all of it is safe on many nodes. */
@ApplicationScoped
public class Ticks {
    private static final long LOOK_NANOS = Duration.ofMillis(50).toNanos();

    @Resource(lookup = "java:global/concurrent/timetable")
    @SuppressWarnings("NullAway.Init")
    private ManagedScheduledExecutorService executor;

    /** For what runs to end between two documents; the service's manager gives us longer before it kills. */
    private static final Duration END_LIMIT = Duration.ofSeconds(10);

    @Resource
    @SuppressWarnings("NullAway.Init")
    private ContextService contexts;

    private Timetable timetable;
    private Recovery recovery;
    private Runner runner;
    private Nodes nodes;
    private Heartbeat heartbeat;
    private Lanes lanes;
    private WakeUps wakeUps;
    private Bells bells;
    private Sealing sealing;
    private HeadWatch heads;
    private AgeWatch ages;
    private LockTick locks;
    private CauseWatch causes;
    private Pulse pulse;
    private Instance<Chore> chores;
    private Folding folding;
    private Duration drainInterval;
    /** How many ticks are at work: an orderly end lets a lane finish its document. */
    private final AtomicInteger busy = new AtomicInteger();

    private volatile boolean stopped;
    private boolean recovered;

    @SuppressWarnings("NullAway.Init")
    Ticks() {}

    @Inject
    Ticks(
            Timetable timetable,
            Recovery recovery,
            Runner runner,
            Nodes nodes,
            Heartbeat heartbeat,
            Lanes lanes,
            WakeUps wakeUps,
            Bells bells,
            Sealing sealing,
            HeadWatch heads,
            AgeWatch ages,
            LockTick locks,
            CauseWatch causes,
            Pulse pulse,
            @Any Instance<Chore> chores,
            Folding folding,
            @ConfigProperty(name = "posting.drain-interval") Duration drainInterval) {
        this.timetable = timetable;
        this.recovery = recovery;
        this.runner = runner;
        this.nodes = nodes;
        this.heartbeat = heartbeat;
        this.lanes = lanes;
        this.wakeUps = wakeUps;
        this.bells = bells;
        this.sealing = sealing;
        this.heads = heads;
        this.ages = ages;
        this.locks = locks;
        this.causes = causes;
        this.pulse = pulse;
        this.chores = chores;
        this.folding = folding;
        this.drainInterval = drainInterval;
    }

    /** Called once by the last step of the start. */
    public void begin() {
        every(Duration.ofSeconds(1), Pulse.TIMETABLE, this::startDue);
        every(Duration.ofSeconds(1), "wake-ups", wakeUps::startWoken);
        every(Duration.ofSeconds(1), "bells", bells::ask);
        every(heartbeat.interval(), "recovery", recovery::look);
        every(heartbeat.interval(), "heartbeat", runner::beat);
        every(heartbeat.interval(), "node", nodes::beat);
        every(Duration.ofSeconds(1), "stops", runner::heedStops);
        every(drainInterval, Pulse.DRAIN, () -> lanes.post(() -> stopped, word -> {}));
        every(Duration.ofSeconds(2), "audit sealer", () -> sealing.seal(() -> stopped));
        every(Duration.ofMinutes(1), "audit heads", heads::keep);
        every(LockTick.INTERVAL, "lock watch", locks::look);
        every(AgeWatch.INTERVAL, "ages", ages::look);
        every(CauseWatch.INTERVAL, "causes", causes::look);
        chores.forEach(chore -> every(chore.interval(), chore.name(), () -> chore.perform(() -> stopped)));
        every(Folding.INTERVAL, "totals", () -> folding.fold(() -> stopped));
    }

    /** What the last life of this process left goes on before anything else starts. */
    private void startDue() {
        if (!recovered) {
            recovered = true;
            recovery.look();
        }
        timetable.startDue();
    }

    private void every(Duration interval, String name, Runnable work) {
        Tick tick = new Tick(name, work);
        executor.scheduleWithFixedDelay(
                () -> {
                    busy.incrementAndGet();
                    try {
                        if (!stopped) {
                            tick.run();
                            pulse.beat(name);
                        }
                    } finally {
                        busy.decrementAndGet();
                    }
                },
                interval.toMillis(),
                interval.toMillis(),
                TimeUnit.MILLISECONDS);
    }

    /**
     * {@link #end} for a thread that the container does not know: beans and the batch runtime ask in whose name they are
     * called, and the thread of a signal could not say.
     */
    public Runnable endFromOutside() {
        return contexts.createContextualProxy(this::end, Runnable.class);
    }

    /** Called by the orderly end of the process, before anything is taken down; a second call does nothing. */
    public void end() {
        if (!stopped) {
            stopped = true;
            long until = System.nanoTime() + END_LIMIT.toNanos();
            runner.end(END_LIMIT);
            while (busy.get() > 0 && System.nanoTime() < until) {
                LockSupport.parkNanos(LOOK_NANOS);
            }
            sealing.end();
            recovery.end();
            bells.end();
            nodes.end();
        }
    }
}
