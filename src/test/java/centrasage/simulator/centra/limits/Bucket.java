package centrasage.simulator.centra.limits;

import java.time.Instant;

/**
 * One token bucket, kept as the moment at which it will be full again: each token taken moves that moment by the time
 * the token needs to come back. Integers only; not safe for use by several threads.
 */
final class Bucket {
    private final int quota;
    private final long lengthNanos;
    private final long nanosPerToken;
    private long fullAgainAt;

    Bucket(int quota, Window window) {
        this.quota = quota;
        this.nanosPerToken = window.length().toNanos() / quota;
        this.lengthNanos = nanosPerToken * quota;
    }

    int quota() {
        return quota;
    }

    int used(Instant now) {
        long debt = Math.max(0, fullAgainAt - nanos(now));
        return (int) ((debt + nanosPerToken - 1) / nanosPerToken);
    }

    /** When the tokens can be taken: now, or the first moment at which they are there. */
    Instant availableAt(int tokens, Instant now) {
        long from = nanos(now);
        long wait = Math.max(fullAgainAt, from) + tokens * nanosPerToken - lengthNanos - from;
        return wait <= 0 ? now : now.plusNanos(wait);
    }

    void take(int tokens, Instant now) {
        fullAgainAt = Math.max(fullAgainAt, nanos(now)) + tokens * nanosPerToken;
    }

    private static long nanos(Instant instant) {
        return Math.addExact(Math.multiplyExact(instant.getEpochSecond(), 1_000_000_000L), instant.getNano());
    }
}
