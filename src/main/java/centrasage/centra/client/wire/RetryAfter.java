package centrasage.centra.client.wire;

import centrasage.centra.DateTimeTz;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads {@code Retry-After}. Centra documents a timestamp and not its form, so every form that is in use is taken:
 * seconds since 1970, milliseconds since 1970, an HTTP date, an ISO date, and a number of seconds to wait.
 */
final class RetryAfter {
    /** What an absent or senseless value, or a clock that is far off, can cost us at most. */
    static final Duration MAX = Duration.ofMinutes(15);

    /** A moment of the past still says "not at once". */
    static final Duration MIN = Duration.ofSeconds(1);

    /** Centra's shortest window. */
    static final Duration UNSAID = Duration.ofSeconds(10);

    /** Larger numbers are moments, not waits: a billion seconds are 31 years. */
    private static final long EPOCH_SECONDS_MIN = 1_000_000_000L;

    private static final long EPOCH_MILLIS_MIN = EPOCH_SECONDS_MIN * 1000;

    private RetryAfter() {}

    /** When sending may resume: never before {@link #MIN} and never after {@link #MAX} from now. */
    static Instant read(@Nullable String header, Instant now) {
        Instant moment = moment(header == null ? "" : header.strip(), now).orElse(now.plus(UNSAID));
        if (moment.isBefore(now.plus(MIN))) {
            return now.plus(MIN);
        }
        return moment.isAfter(now.plus(MAX)) ? now.plus(MAX) : moment;
    }

    private static Optional<Instant> moment(String text, Instant now) {
        return number(text)
                .map(number -> moment(number, now))
                .or(() -> HttpDate.parse(text))
                .or(() -> DateTimeTz.parse(text));
    }

    private static Instant moment(long number, Instant now) {
        if (number >= EPOCH_MILLIS_MIN) {
            return Instant.ofEpochMilli(number);
        }
        return number >= EPOCH_SECONDS_MIN ? Instant.ofEpochSecond(number) : now.plusSeconds(number);
    }

    private static Optional<Long> number(String text) {
        try {
            return Optional.of(Long.parseLong(text)).filter(number -> number >= 0);
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }
}
