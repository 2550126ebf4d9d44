package centrasage.jobs.wake;

import centrasage.jobs.run.JobRefused;
import centrasage.jobs.run.Runner;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.logging.Logger;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Starts jobs before they are due. However often a job is woken until it begins, it runs once; one that is woken while it
 * runs is run once more afterwards, because the run under way may have read past what woke it. What is not started yet is
 * remembered by this process alone: the schedule of the job finds the same work when the process ends before.
 */
@ApplicationScoped
public class WakeUps {
    private static final Logger LOG = Logger.getLogger(WakeUps.class.getName());

    /** Jobs that are to begin, with who woke them first. */
    private final Map<String, String> wanted = new ConcurrentHashMap<>();
    /** When a job was last started from here. */
    private final Map<String, Instant> started = new ConcurrentHashMap<>();

    private final Map<String, Instant> heard = new ConcurrentHashMap<>();
    private Starter starter;
    private Clock clock;
    private Duration rest;

    /** Starts a run, or refuses. */
    @FunctionalInterface
    interface Starter {
        void start(String job, String by) throws JobRefused;
    }

    @SuppressWarnings("NullAway.Init")
    protected WakeUps() {}

    @Inject
    WakeUps(Runner runner, Clock clock, @ConfigProperty(name = "jobs.wake-interval") Duration rest) {
        this((job, by) -> runner.start(job, Map.of(), by), clock, rest);
    }

    WakeUps(Starter starter, Clock clock, Duration rest) {
        this.starter = starter;
        this.clock = clock;
        this.rest = rest;
    }

    /** Called by whoever hears of work; returns at once and touches no database. */
    public void wake(String job, String by) {
        heard.put(by, clock.instant());
        wanted.putIfAbsent(job, by);
    }

    /** When each of those who wake jobs was last heard, since this process began. */
    public Map<String, Instant> heard() {
        return new TreeMap<>(heard);
    }

    /** Called by the clock: starts what was woken, each job at most once in {@code jobs.wake-interval}. */
    public void startWoken() {
        for (String job : List.copyOf(wanted.keySet())) {
            Instant last = started.get(job);
            if (last == null || !last.plus(rest).isAfter(clock.instant())) {
                start(job);
            }
        }
    }

    /** Taken off the list first: who wakes the job from now on may mean what the run does not see. */
    private void start(String job) {
        String by = wanted.remove(job);
        if (by == null) {
            return;
        }
        try {
            starter.start(job, by);
            started.put(job, clock.instant());
        } catch (JobRefused e) {
            if (e.isForNow()) {
                wanted.putIfAbsent(job, by);
            } else {
                LOG.warning(() -> by + " woke " + job + " in vain: " + e.getMessage());
            }
        } catch (RuntimeException e) { // a database that does not answer: the next tick tries again
            wanted.putIfAbsent(job, by);
            throw e;
        }
    }
}
