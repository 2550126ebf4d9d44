package centrasage.jobs;

import centrasage.flow.Vital;
import centrasage.jobs.lanes.LaneSettings;
import centrasage.sync.runs.Node;
import centrasage.sync.store.Leases;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Whether what happens by the clock on this node still happens: the timetable, and the lanes. */
@ApplicationScoped
class Pulse implements Vital {
    static final String TIMETABLE = "timetable";
    static final String DRAIN = "drain";

    /** Each begins within seconds; a run of a job that is started on the way may take a while to begin. */
    private static final Duration SILENT = Duration.ofMinutes(5);

    private final Map<String, Instant> beats = new ConcurrentHashMap<>();
    private Clock clock;
    private Leases leases;
    private Node node;
    private LaneSettings lanes;

    @SuppressWarnings("NullAway.Init")
    Pulse() {}

    @Inject
    Pulse(Clock clock, Leases leases, Node node, LaneSettings lanes) {
        this.clock = clock;
        this.leases = leases;
        this.node = node;
        this.lanes = lanes;
    }

    /** It was done once more, and has come to its end. */
    void beat(String name) {
        beats.put(name, clock.instant());
    }

    @Override
    public Optional<String> ailment() {
        if (isSilent(TIMETABLE)) {
            return Optional.of("The timetable of the jobs has stopped");
        }
        boolean areLanesDead = !lanes.preview() && isSilent(DRAIN) && !isPosting();
        return areLanesDead ? Optional.of("The lanes have stopped: nothing is posted") : Optional.empty();
    }

    private boolean isSilent(String name) {
        Instant last = beats.get(name);
        return last == null || last.plus(SILENT).isBefore(clock.instant());
    }

    /** While there is much to post the timer does not come to its end for long; then it holds a lane. */
    private boolean isPosting() {
        Instant now = clock.instant();
        return leases.named("lane/").stream()
                .anyMatch(lease -> lease.until().isAfter(now) && lease.holder().startsWith(node.everyBoot()));
    }
}
