package centrasage.centra.client.wire;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;

/** How long to wait so that reading on does not use up the quota that others need too. */
final class Quota {
    /** This part of each bucket is left to the shop's other integrations, and to our own despatches. */
    private static final int RESERVE_PERCENT = 10;

    private static final Duration WAIT_MAX = Duration.ofMinutes(1);
    private static final Set<String> OF_READS = Set.of("REQUEST_COUNT", "QUERY_COMPLEXITY");

    private Quota() {}

    /** @param complexity what the last request cost: the next one is taken to cost the same */
    static Duration waitBeforeNext(List<RateLimit> limits, long complexity) {
        Duration wait = limits.stream()
                .filter(limit -> OF_READS.contains(limit.type()) && limit.quota() > 0)
                .map(limit -> refill(limit, limit.type().equals("REQUEST_COUNT") ? 1 : complexity))
                .max(Comparator.naturalOrder())
                .orElse(Duration.ZERO);
        return wait.compareTo(WAIT_MAX) > 0 ? WAIT_MAX : wait;
    }

    /** What the tightest quota of mutations has left above the reserve; empty where Centra names none. */
    static OptionalLong mutationsAbove(List<RateLimit> limits, int reservePercent) {
        return limits.stream()
                .filter(limit -> limit.type().equals("MUTATION_COUNT"))
                .mapToLong(limit -> limit.remaining() - limit.quota() * reservePercent / 100)
                .map(left -> Math.max(0, left))
                .min();
    }

    /** The time in which a bucket of constant refill makes up for what it lacks. */
    private static Duration refill(RateLimit limit, long cost) {
        long needed = Math.min(limit.quota(), cost + limit.quota() * RESERVE_PERCENT / 100);
        long lacking = Math.max(0, needed - limit.remaining());
        return Duration.ofMillis(limit.interval().toMillis() * lacking / limit.quota());
    }
}
