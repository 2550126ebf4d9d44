package centrasage.desk.alert.rule;

import centrasage.flow.Severity;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * When nobody wants to be told, by the clock on the wall.
 *
 * @param from null where no time of day is quiet
 * @param to the next day where it is not after {@code from}
 * @param days that are quiet from midnight to midnight
 * @param breaks the least severity that is told all the same; null where none is
 */
public record QuietHours(
        @Nullable LocalTime from,
        @Nullable LocalTime to,
        Set<DayOfWeek> days,
        @Nullable Severity breaks) {
    public static final QuietHours NONE = new QuietHours(null, null, Set.of(), null);

    /** Each day may be quiet, and between two of them the night: more steps than that have no end. */
    private static final int STEPS_MAX = 20;

    public QuietHours {
        days = Set.copyOf(days);
    }

    /** From when on it may be told: this moment, or the end of the quiet hours that it lies in. */
    public Instant notBefore(Instant now, Severity severity, ZoneId zone) {
        if (breaks != null && severity.compareTo(breaks) >= 0) {
            return now;
        }
        ZonedDateTime at = now.atZone(zone);
        for (int step = 0; step < STEPS_MAX; step++) {
            ZonedDateTime end = end(at);
            if (!end.isAfter(at)) {
                return at.toInstant();
            }
            at = end;
        }
        return now; // every day is quiet: then quiet hours say nothing
    }

    /** When the quiet time that it lies in ends; itself where it lies in none. */
    private ZonedDateTime end(ZonedDateTime at) {
        if (days.contains(at.getDayOfWeek())) {
            return at.toLocalDate().plusDays(1).atStartOfDay(at.getZone());
        }
        if (from == null || to == null || from.equals(to)) {
            return at;
        }
        return end(at, from, to);
    }

    private static ZonedDateTime end(ZonedDateTime at, LocalTime from, LocalTime to) {
        LocalTime time = at.toLocalTime();
        LocalDate day = at.toLocalDate();
        if (from.isBefore(to)) {
            return !time.isBefore(from) && time.isBefore(to) ? later(at, day, to) : at;
        }
        if (!time.isBefore(from)) {
            return later(at, day.plusDays(1), to);
        }
        return time.isBefore(to) ? later(at, day, to) : at;
    }

    /** Where the clocks go back over the end, it is the first of the two; having passed that, the quiet time is over. */
    private static ZonedDateTime later(ZonedDateTime at, LocalDate day, LocalTime to) {
        ZonedDateTime end = day.atTime(to).atZone(at.getZone());
        return end.isBefore(at) ? at : end;
    }
}
