package centrasage.jobs.history;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Finds the times at which a job was due, by the schedule as it is now, and did not begin. A run that begins a little late, or after
 * the one before has taken its time, has missed nothing.
 */
public final class Gaps {
    private static final String EVERY = "every ";
    private static final Duration LATE = Duration.ofMinutes(1);
    private static final Duration LATE_OF_A_DAY = Duration.ofMinutes(5);
    private static final int DAYS_MAX = 400;

    private final String schedule;
    private final ZoneId zone;

    public Gaps(String schedule, ZoneId zone) {
        this.schedule = schedule;
        this.zone = zone;
    }

    /**
     * @param runs oldest first
     * @param until where it is due by now and has not begun, that is told as well
     */
    public List<Missed> in(List<Span> runs, Instant until) {
        List<Missed> missed = new ArrayList<>();
        for (int place = 0; place < runs.size(); place++) {
            Instant next = place + 1 < runs.size() ? runs.get(place + 1).started() : null;
            between(runs.get(place), next, until).ifPresent(missed::add);
        }
        return missed;
    }

    private Optional<Missed> between(Span run, @Nullable Instant next, Instant until) {
        boolean works = next == null && run.ended() == null;
        if (works) {
            return Optional.empty();
        }
        Instant end = next == null ? until : next;
        return schedule.startsWith(EVERY)
                ? ofRhythm(Duration.parse(schedule.substring(EVERY.length())), run, end, next)
                : ofDays(LocalTime.parse(schedule), run, end, next);
    }

    private static Optional<Missed> ofRhythm(Duration every, Span run, Instant end, @Nullable Instant next) {
        Instant due = run.started().plus(every);
        Instant first = due.isBefore(run.busyUntil()) ? run.busyUntil() : due;
        Duration late = Duration.between(first, end);
        Duration grace = every.compareTo(LATE) < 0 ? LATE : every;
        if (late.compareTo(grace) <= 0) {
            return Optional.empty();
        }
        long times = Math.max(1, late.dividedBy(every));
        return Optional.of(new Missed(first, first.plus(every.multipliedBy(times - 1)), times, next));
    }

    private Optional<Missed> ofDays(LocalTime time, Span run, Instant end, @Nullable Instant next) {
        LocalDate day = run.started().atZone(zone).toLocalDate();
        List<Instant> due = new ArrayList<>();
        for (int days = 0; days < DAYS_MAX; days++) {
            Instant at = day.plusDays(days).atTime(time).atZone(zone).toInstant();
            if (at.isAfter(end)) {
                break;
            }
            if (at.isAfter(run.started())) {
                due.add(at);
            }
        }
        due.removeIf(at -> Duration.between(at, end).compareTo(LATE_OF_A_DAY) <= 0);
        return due.isEmpty()
                ? Optional.empty()
                : Optional.of(new Missed(due.get(0), due.get(due.size() - 1), due.size(), next));
    }
}
