package centrasage.centra.client.quota;

import java.time.Duration;
import java.time.Instant;

/**
 * What is left of one of Centra's counters, by what Centra said last, what it has refilled since, and what was spent since by us; and how
 * fast others spend it. Not safe for use by several threads.
 */
final class Bucket {
    /** Looks that follow faster than this say nothing of how fast others spend. */
    private static final Duration SPAN_MIN = Duration.ofSeconds(1);

    /** However fast others are, this part of the refill is taken for ours. */
    private static final int REFILL_PART_LEAST = 10;

    private static final Duration HOUR = Duration.ofHours(1);

    private final Counter counter;
    private final Duration interval;
    private long quota;
    private long left;
    /** The moment up to which its refill is in what is left: whole tokens only. */
    private Instant at;

    private long othersPerHour;
    private Instant othersSince;

    Bucket(RateLimit limit, Instant now) {
        this.counter = limit.counter();
        this.interval = limit.interval();
        this.quota = limit.quota();
        this.left = limit.remaining();
        this.at = now;
        this.othersSince = now;
    }

    Counter counter() {
        return counter;
    }

    Duration interval() {
        return interval;
    }

    long quota() {
        return quota;
    }

    /** @param underWay what requests of ours take that were not answered yet: whether Centra has counted them is not known */
    void told(RateLimit limit, long underWay, Instant now) {
        refill(now);
        long there = Math.max(0, limit.remaining() - underWay);
        Duration span = Duration.between(othersSince, now);
        if (limit.quota() != quota) {
            othersPerHour = 0;
            othersSince = now;
        } else if (span.compareTo(SPAN_MIN) >= 0) {
            long more = (left - there) * HOUR.toMillis() / span.toMillis();
            othersPerHour = Math.max(0, othersPerHour + more / 2); // by halves: what others do changes by the minute
            othersSince = now;
        }
        quota = limit.quota();
        left = there;
        at = now;
    }

    void spend(long cost, Instant now) {
        refill(now);
        left -= cost;
    }

    long left(Instant now) {
        refill(now);
        return left;
    }

    /** How long it takes, to the millisecond, until so much is there and can be spent; more than the quota is never asked for. */
    Duration until(long needed, Instant now) {
        long lacking = Math.min(quota, needed) - left(now);
        if (lacking <= 0) {
            return Duration.ZERO;
        }
        Duration wait = time(lacking).minus(Duration.between(at, now));
        return Duration.ofMillis(Math.max(0, wait.toMillis()));
    }

    private void refill(Instant now) {
        long millis = Math.max(0, Duration.between(at, now).toMillis());
        long tokens = Math.min(quota, Math.min(millis, HOUR.toMillis()) * oursPerHour() / HOUR.toMillis());
        left = Math.min(quota, left + tokens);
        at = left == quota ? now : at.plus(time(tokens));
    }

    /** What comes back for us, as others take their part of it. */
    private long oursPerHour() {
        long refill = quota * HOUR.toMillis() / interval.toMillis();
        return Math.max(refill - othersPerHour, Math.max(1, refill / REFILL_PART_LEAST));
    }

    private Duration time(long tokens) {
        return HOUR.multipliedBy(tokens).dividedBy(oursPerHour());
    }
}
