package centrasage.reconcile.completeness;

import centrasage.flow.ParameterRefused;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/** The days that a person asked for, until today where the last one is not said; neither for the usual ones. */
record AskedDays(@Nullable LocalDate first, @Nullable LocalDate last) {
    /** More would be read into memory at once. */
    private static final int DAYS_MAX = 92;

    /** @throws ParameterRefused with the parameter, its value and the remedy */
    static AskedDays of(@Nullable String from, @Nullable String to, LocalDate today) throws ParameterRefused {
        LocalDate first = day("from", from);
        LocalDate last = day("to", to);
        if (first == null) {
            if (last != null) {
                throw new ParameterRefused("from", "", "is missing", "give the first day too");
            }
            return new AskedDays(null, null);
        }
        return last == null ? untilToday(first, today) : until(first, last);
    }

    private static AskedDays until(LocalDate first, LocalDate last) throws ParameterRefused {
        if (last.isBefore(first)) {
            throw new ParameterRefused("to", last.toString(), "comes before from = " + first, "exchange them");
        }
        if (areTooMany(first, last)) {
            throw new ParameterRefused(
                    "to",
                    last.toString(),
                    "is more than " + DAYS_MAX + " days from " + first,
                    "ask for fewer days at once");
        }
        return new AskedDays(first, last);
    }

    private static AskedDays untilToday(LocalDate first, LocalDate today) throws ParameterRefused {
        if (first.isAfter(today)) {
            throw new ParameterRefused("from", first.toString(), "is still to come", "give a day until " + today);
        }
        if (areTooMany(first, today)) {
            throw new ParameterRefused(
                    "from",
                    first.toString(),
                    "is more than " + DAYS_MAX + " days from today",
                    "give the last day as to, and ask for fewer days at once");
        }
        return new AskedDays(first, today);
    }

    private static boolean areTooMany(LocalDate first, LocalDate last) {
        return ChronoUnit.DAYS.between(first, last) >= DAYS_MAX;
    }

    private static @Nullable LocalDate day(String name, @Nullable String value) throws ParameterRefused {
        try {
            return value == null || value.isBlank() ? null : LocalDate.parse(value.strip());
        } catch (DateTimeException e) {
            throw new ParameterRefused(name, value, "is no date", "give a date such as 2026-11-28");
        }
    }

    Days within(CompletenessSettings settings, Clock clock) {
        return first == null || last == null ? settings.days(clock) : settings.days(first, last);
    }
}
