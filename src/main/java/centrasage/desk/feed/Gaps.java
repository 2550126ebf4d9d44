package centrasage.desk.feed;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * How long a feed that brings little at a time stays away, such as a file a day: days on which it never comes are not counted. Where it comes
 * like clockwork, half as long again is too long; else twice as long as ever in the weeks that are known.
 */
final class Gaps {
    private static final int GAPS_MIN = 10;

    private final Counts counts;
    private final SiteCalendar calendar;
    private final int weeks;

    Gaps(Counts counts, SiteCalendar calendar, int weeks) {
        this.counts = counts;
        this.calendar = calendar;
        this.weeks = weeks;
    }

    /** @param known whole weeks of it */
    Optional<Silence> silence(Instant now, int known) {
        List<Instant> hours =
                List.copyOf(counts.from(now.truncatedTo(ChronoUnit.HOURS).minus(Duration.ofDays(7L * weeks)))
                        .keySet());
        if (known < Rhythm.WEEKS_MIN || hours.size() <= GAPS_MIN || calendar.isClosed(calendar.day(now))) {
            return Optional.empty();
        }
        Set<DayOfWeek> days = days(hours, known);
        List<Long> gaps = new ArrayList<>();
        for (int index = 1; index < hours.size(); index++) {
            gaps.add(length(hours.get(index - 1), hours.get(index), days));
        }
        long limit = limit(gaps.stream().sorted().toList());
        Instant last = hours.get(hours.size() - 1);
        return length(last, now, days) > limit
                ? Optional.of(new Silence(0, Duration.between(last, now), null, Duration.ofHours(limit)))
                : Optional.empty();
    }

    private static long limit(List<Long> sorted) {
        long median = sorted.get(sorted.size() / 2);
        long longest = sorted.get(sorted.size() - 1);
        boolean isClockwork = longest * 2 <= median * 3;
        return isClockwork ? longest * 3 / 2 + 1 : longest * 2 + 1;
    }

    /** The days of the week on which it comes in at least half of the weeks. */
    private Set<DayOfWeek> days(List<Instant> hours, int known) {
        Set<LocalDate> seen = new HashSet<>();
        hours.forEach(hour -> seen.add(calendar.day(hour)));
        Map<DayOfWeek, Integer> weeksOf = new EnumMap<>(DayOfWeek.class);
        seen.forEach(day -> weeksOf.merge(day.getDayOfWeek(), 1, Integer::sum));
        Set<DayOfWeek> days = EnumSet.noneOf(DayOfWeek.class);
        weeksOf.forEach((day, many) -> {
            if (many * 2 >= known) {
                days.add(day);
            }
        });
        return days;
    }

    /** In hours, of the days that count. */
    private long length(Instant from, Instant to, Set<DayOfWeek> days) {
        long hours = 0;
        for (LocalDate day = calendar.day(from); !day.isAfter(calendar.day(to)); day = day.plusDays(1)) {
            if (days.contains(day.getDayOfWeek()) && !calendar.isClosed(day)) {
                Instant begins = later(from, day.atStartOfDay(calendar.zone()).toInstant());
                Instant ends = earlier(
                        to, day.plusDays(1).atStartOfDay(calendar.zone()).toInstant());
                hours += Math.max(0, Duration.between(begins, ends).toHours());
            }
        }
        return hours;
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }
}
