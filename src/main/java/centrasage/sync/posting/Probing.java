package centrasage.sync.posting;

import centrasage.flow.PostingState;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * When what is locked is tried again: after each of the retries in turn, then often for a while, then rarely, for as long as
 * the lock lasts. Counted by the lock, not by the posting's life.
 *
 * @param often between two tries once the retries are used up
 * @param oftenFor how long after them
 * @param rarely from then on
 * @param perMinuteMax how many tries a minute the locked postings of one company make together, whatever their number: one
 *     open account can lock hundreds
 */
public record Probing(Retries retries, Duration often, Duration oftenFor, Duration rarely, int perMinuteMax) {
    public Probing {
        if (perMinuteMax < 1) {
            throw new IllegalArgumentException("at least one try a minute");
        }
    }

    /** As configured by default. */
    static Probing by(Retries retries) {
        return new Probing(retries, Duration.ofSeconds(5), Duration.ofMinutes(10), Duration.ofMinutes(1), 60);
    }

    /**
     * @param before the block that this lock was met with before; null where it is new
     * @param others how many other postings of the company are locked now: each has its turn, so that together they keep to the limit
     */
    Duration after(@Nullable Block before, Instant now, int others) {
        Duration alone = before == null || before.as() != PostingState.LOCKED
                ? retries.after(0)
                : alone(before.tries(), Duration.between(before.since(), now));
        Duration turn = Duration.ofMinutes(1).multipliedBy(others + 1L).dividedBy(perMinuteMax);
        return alone.compareTo(turn) < 0 ? turn : alone;
    }

    private Duration alone(int tries, Duration lockedFor) {
        if (tries < retries.delays().size()) {
            return retries.after(tries);
        }
        return lockedFor.compareTo(retries.length().plus(oftenFor)) < 0 ? often : rarely;
    }
}
