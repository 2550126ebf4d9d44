package centrasage.reconcile.completeness;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/** Some days in the zone of the books, both ends included. */
public record Days(LocalDate first, LocalDate last, ZoneId zone) {
    public Days {
        if (last.isBefore(first)) {
            throw new IllegalArgumentException(last + " comes before " + first);
        }
    }

    Instant begin() {
        return first.atStartOfDay(zone).toInstant();
    }

    /** The last second of them: Centra counts in seconds, and includes both ends. */
    Instant end() {
        return last.plusDays(1).atStartOfDay(zone).toInstant().minusSeconds(1);
    }

    boolean contain(Instant moment) {
        return !moment.isBefore(begin())
                && moment.isBefore(last.plusDays(1).atStartOfDay(zone).toInstant());
    }
}
