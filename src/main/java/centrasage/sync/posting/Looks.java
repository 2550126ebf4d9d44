package centrasage.sync.posting;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * When a key is looked for again once it was in doubt: after the settle time, then each time after as long
 * again as has passed, for a day. A commit may come later than anybody thought possible.
 */
public final class Looks {
    private static final Duration FOR = Duration.ofDays(1);

    private Looks() {}

    /** Empty when it has been looked for long enough. */
    public static Optional<Instant> next(Instant postedAt, Instant now, Duration settle) {
        Duration passed = Duration.between(postedAt, now);
        Duration wait = passed.compareTo(settle) < 0 ? settle : passed;
        return passed.compareTo(FOR) > 0 ? Optional.empty() : Optional.of(now.plus(wait));
    }
}
