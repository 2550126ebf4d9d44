package centrasage.desk.feed;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Set;

/**
 * The site's own time.
 *
 * @param closed days on which nothing need come, and from which nothing is learnt
 * @param closedDays days of the week that are the same
 */
record SiteCalendar(ZoneId zone, Set<LocalDate> closed, Set<DayOfWeek> closedDays) {
    SiteCalendar {
        closed = Set.copyOf(closed);
        closedDays = Set.copyOf(closedDays);
    }

    boolean isClosed(LocalDate day) {
        return closed.contains(day) || closedDays.contains(day.getDayOfWeek());
    }

    /** Whether one of the days from the one moment to the other is closed. */
    boolean isAnyClosed(Instant from, Instant to) {
        return day(from).datesUntil(day(to).plusDays(1)).anyMatch(this::isClosed);
    }

    LocalDate day(Instant moment) {
        return moment.atZone(zone).toLocalDate();
    }

    /** The beginning of the hour so many weeks before, by the clock on the wall. */
    Instant weeksBefore(Instant hour, int weeks) {
        return hour.atZone(zone).minusWeeks(weeks).toInstant().truncatedTo(ChronoUnit.HOURS);
    }
}
