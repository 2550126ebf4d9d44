package centrasage.jobs;

import centrasage.jobs.history.Gaps;
import centrasage.jobs.history.Missed;
import centrasage.jobs.history.Span;
import centrasage.jobs.run.JobRefused;
import centrasage.jobs.run.RunLog;
import centrasage.jobs.run.Runner;
import centrasage.sync.posting.Store;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.spi.ConfigSource;

/** When each job is due, by its {@code schedule.<job>} setting and its last start on any node. */
@ApplicationScoped
public class Timetable {
    private static final Logger LOG = Logger.getLogger(Timetable.class.getName());

    private static final String EVERY = "every ";

    private final Map<String, String> schedules = new ConcurrentHashMap<>();
    private Runner runner;
    private RunLog log;
    private Store store;
    private Config config;

    @SuppressWarnings("NullAway.Init")
    Timetable() {}

    @Inject
    Timetable(Runner runner, RunLog log, Store store, Config config) {
        this.runner = runner;
        this.log = log;
        this.store = store;
        this.config = config;
    }

    /** Starts what is due now; a job that runs elsewhere is simply not started. */
    void startDue() {
        Instant now = store.now();
        for (String job : runner.jobs()) {
            if (isDue(job, now)) {
                start(job);
            }
        }
    }

    private boolean isDue(String job, Instant now) {
        return next(job, now).filter(next -> !next.isAfter(now)).isPresent();
    }

    private void start(String job) {
        try {
            runner.startDue(job, () -> isDue(job, store.now()), "timetable");
        } catch (JobRefused e) {
            LOG.log(Level.FINE, "{0}", e.getMessage());
        }
    }

    /** When the job is due next; empty when its schedule is off. */
    public Optional<Instant> next(String job) {
        return next(job, store.now());
    }

    private Optional<Instant> next(String job, Instant now) {
        return schedule(job).map(schedule -> next(schedule, log.lastStart(job), now, zone()));
    }

    /** The setting of a job; empty when it is off. */
    public Optional<String> schedule(String job) {
        return Optional.of(schedules.computeIfAbsent(job, this::read)).filter(schedule -> !schedule.isBlank());
    }

    /** The next so many times at which the job is due; none when its schedule is off. */
    public List<Instant> coming(String job, int most) {
        List<Instant> times = new ArrayList<>();
        Optional<Instant> due = next(job);
        while (due.isPresent() && times.size() < most) {
            Instant at = due.get();
            times.add(at);
            due = schedule(job).map(schedule -> next(schedule, Optional.of(at), at, zone()));
        }
        return times;
    }

    /**
     * When the job was due and did not begin, oldest first, as far as these runs tell.
     *
     * @param runs oldest first
     */
    public List<Missed> missed(String job, List<Span> runs) {
        return schedule(job)
                .map(schedule -> new Gaps(schedule, zone()).in(runs, store.now()))
                .orElse(List.of());
    }

    /** Whether it comes once a day, so that a failure lasts until tomorrow. */
    boolean isDaily(String job) {
        return schedule(job).filter(schedule -> !schedule.startsWith(EVERY)).isPresent();
    }

    /** Asks the sources themselves: Payara takes an empty value for none, and would find the default instead. */
    private String read(String job) {
        for (ConfigSource source : config.getConfigSources()) {
            String schedule = source.getValue("schedule." + job);
            if (schedule != null) {
                return schedule;
            }
        }
        return "";
    }

    private ZoneId zone() {
        return ZoneId.of(config.getValue("schedule.time-zone", String.class));
    }

    /** {@code every PT5M} counts from the last start; {@code 03:00} is that time of day, once a day, also if late. */
    static Instant next(String schedule, Optional<Instant> last, Instant now, ZoneId zone) {
        if (schedule.startsWith(EVERY)) {
            Duration every = Duration.parse(schedule.substring(EVERY.length()));
            return last.map(start -> start.plus(every)).orElse(now);
        }
        LocalTime time = LocalTime.parse(schedule);
        LocalDate today = now.atZone(zone).toLocalDate();
        boolean laterToday = at(today, time, zone).isAfter(now);
        LocalDate latest = laterToday ? today.minusDays(1) : today;
        Instant latestDue = at(latest, time, zone);
        boolean done = last.filter(start -> !start.isBefore(latestDue)).isPresent();
        return done || last.isEmpty() && laterToday ? at(latest.plusDays(1), time, zone) : latestDue;
    }

    /** Where the clocks go forward over it, it is an hour later; where they go back over it, it is the first of both. */
    private static Instant at(LocalDate day, LocalTime time, ZoneId zone) {
        return day.atTime(time).atZone(zone).toInstant();
    }
}
