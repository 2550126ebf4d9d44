package centrasage.settlements.read;

import java.time.LocalDate;
import java.time.YearMonth;
import org.jspecify.annotations.Nullable;

/** Days as files write them. They are read by the million: no format and no exception is made for each. */
final class Days {
    /** How long a year is, a year with its month, and a whole day; between them stands one character. */
    private static final int YEAR = 4;

    private static final int MONTH = 7;
    private static final int DAY = 10;
    private static final int MONTHS = 12;

    private Days() {}

    /**
     * Of {@code 2026-11-23}, whatever is behind it.
     *
     * @return null when there is no such day
     */
    static @Nullable LocalDate of(String text, char between) {
        if (text.length() < DAY || text.charAt(YEAR) != between || text.charAt(MONTH) != between) {
            return null;
        }
        int year = number(text, 0, YEAR);
        int month = number(text, YEAR + 1, MONTH);
        int day = number(text, MONTH + 1, DAY);
        boolean isMonth = year >= 0 && month >= 1 && month <= MONTHS;
        return isMonth && day >= 1 && day <= YearMonth.of(year, month).lengthOfMonth()
                ? LocalDate.of(year, month, day)
                : null;
    }

    /** Below zero where something else than a digit is among it. */
    private static int number(String text, int from, int to) {
        int number = 0;
        for (int i = from; i < to; i++) {
            char each = text.charAt(i);
            if (each < '0' || each > '9') {
                return -1;
            }
            number = 10 * number + each - '0';
        }
        return number;
    }
}
