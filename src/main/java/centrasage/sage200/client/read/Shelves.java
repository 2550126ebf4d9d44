package centrasage.sage200.client.read;

import centrasage.flow.TargetUnavailable;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/** Something of each company, read whole and kept for a short time. One thread reads while the others wait for the same copy. */
final class Shelves<T> {
    private final Map<String, Kept<T>> kept = new HashMap<>();
    private final Reading<T> reading;
    private final Duration refreshAfter;
    private final Clock clock;

    @FunctionalInterface
    interface Reading<T> {
        T of(String company) throws TargetUnavailable;
    }

    private record Kept<T>(T what, Instant until) {}

    Shelves(Reading<T> reading, Duration refreshAfter, Clock clock) {
        this.reading = reading;
        this.refreshAfter = refreshAfter;
        this.clock = clock;
    }

    /** @throws TargetUnavailable when it cannot be read now; an older copy is never passed off as a fresh one */
    synchronized T of(String company) throws TargetUnavailable {
        Instant now = clock.instant();
        Kept<T> known = kept.get(company);
        if (known == null || !known.until().isAfter(now)) {
            known = new Kept<>(reading.of(company), now.plus(refreshAfter));
            kept.put(company, known);
        }
        return known.what();
    }
}
