package centrasage.simulator.sage200.fields;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;

/** Sage's two ways with time: document dates at midnight without a zone, row times in UTC with a {@code Z}. */
public final class Moments {
    private static final DateTimeFormatter DOCUMENT_DATE = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss");
    private static final DateTimeFormatter ROW_TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'");

    private Moments() {}

    public static boolean isReal(String text) {
        try {
            instant(text);
            return true;
        } catch (DateTimeException noSuchDay) {
            return false;
        }
    }

    /** The moment of a date, a date with time, or a date with time and zone; without a zone it counts as UTC. */
    public static Instant instant(String text) {
        if (text.length() == 10) {
            return LocalDate.parse(text).atStartOfDay().toInstant(ZoneOffset.UTC);
        }
        boolean zoned =
                text.endsWith("Z") || (text.length() > 19 && text.substring(19).matches(".*[+-].*"));
        return zoned
                ? OffsetDateTime.parse(text).toInstant()
                : LocalDateTime.parse(text).toInstant(ZoneOffset.UTC);
    }

    /** The day of a document date as it was written: Sage cuts the time and knows no zone. */
    public static LocalDate day(String text) {
        return LocalDate.parse(text.substring(0, 10));
    }

    public static String documentDate(LocalDate day) {
        return DOCUMENT_DATE.format(day.atStartOfDay());
    }

    public static String rowTime(Instant moment) {
        return ROW_TIME.format(moment.truncatedTo(ChronoUnit.MILLIS).atOffset(ZoneOffset.UTC));
    }
}
