package centrasage.reconcile.completeness;

import centrasage.flow.ParameterRefused;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * The days that a person asked for; none for the usual ones.
 *
 * @param last null for the first alone
 */
record AskedDays(@Nullable LocalDate first, @Nullable LocalDate last) {
    /** More would be read into memory at once. */
    private static final int DAYS_MAX = 92;

    /** @throws ParameterRefused with the parameter, its value and the remedy */
    static AskedDays of(@Nullable String from, @Nullable String to) throws ParameterRefused {
        LocalDate first = day("from", from);
        LocalDate last = day("to", to);
        if (first == null && last != null) {
            throw new ParameterRefused("from", "", "is missing", "give the first day too");
        }
        if (first != null && last != null && last.isBefore(first)) {
            throw new ParameterRefused("to", last.toString(), "comes before from = " + first, "exchange them");
        }
        if (first != null && last != null && ChronoUnit.DAYS.between(first, last) >= DAYS_MAX) {
            throw new ParameterRefused(
                    "to",
                    last.toString(),
                    "is more than " + DAYS_MAX + " days from " + first,
                    "ask for fewer days at once");
        }
        return new AskedDays(first, last);
    }

    private static @Nullable LocalDate day(String name, @Nullable String value) throws ParameterRefused {
        try {
            return value == null || value.isBlank() ? null : LocalDate.parse(value.strip());
        } catch (DateTimeException e) {
            throw new ParameterRefused(name, value, "is no date", "give a date such as 2026-11-28");
        }
    }

    Days within(CompletenessSettings settings, Clock clock) {
        if (first == null) {
            return settings.days(clock);
        }
        return settings.days(first, last == null ? first : last);
    }
}
