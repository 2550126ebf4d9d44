package centrasage.centra;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;

/** Centra's scalar of the same name: a moment with the offset of the tenant, such as {@code 2023-01-16T10:35:35+01:00}. */
public final class DateTimeTz {
    private DateTimeTz() {}

    /** Empty when the text is no moment; one without an offset is none, because guessing the zone moves dates. */
    public static Optional<Instant> parse(String text) {
        try {
            return Optional.of(OffsetDateTime.parse(text).toInstant());
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
