package centrasage.desk.feed;

import java.time.Duration;
import java.time.Instant;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/** How much came of a feed in each hour; an hour that is not among them brought nothing. */
final class Counts {
    static final Duration HOUR = Duration.ofHours(1);

    private final TreeMap<Instant, Integer> hours;

    /** @param hours by their beginning */
    Counts(NavigableMap<Instant, Integer> hours) {
        this.hours = new TreeMap<>(hours);
    }

    long in(Instant hour) {
        return hours.getOrDefault(hour, 0);
    }

    /** From the beginning of one hour to that of another. */
    long sum(Instant from, Instant to) {
        return hours.subMap(from, true, to, false).values().stream()
                .mapToLong(Integer::longValue)
                .sum();
    }

    NavigableMap<Instant, Integer> from(Instant hour) {
        return hours.tailMap(hour, true);
    }

    Optional<Instant> first() {
        return hours.isEmpty() ? Optional.empty() : Optional.of(hours.firstKey());
    }
}
