package centrasage.sync.posting;

import java.time.Duration;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * When something locked is tried again: each delay in turn, then the last one for ever, each with up to a fifth of
 * jitter so that many waiters do not come back at once.
 *
 * @param delays not empty
 * @param random where the jitter comes from; seeded in tests
 */
public record Retries(List<Duration> delays, RandomGenerator random) {
    public Retries {
        delays = List.copyOf(delays);
        if (delays.isEmpty()) {
            throw new IllegalArgumentException("there is at least one delay");
        }
    }

    /** Until the last of them was made, jitter included. */
    Duration length() {
        Duration sum = delays.stream().reduce(Duration.ZERO, Duration::plus);
        return sum.plus(sum.dividedBy(5));
    }

    Duration after(int attemptsBefore) {
        Duration delay = delays.get(Math.min(attemptsBefore, delays.size() - 1));
        return delay.plusMillis(random.nextLong(delay.toMillis() / 5 + 1));
    }
}
