package centrasage.sync.posting;

import java.time.Duration;
import java.time.Instant;

/**
 * How long posting waits, and for what.
 *
 * @param lease how long a worker owns a business object, and after its intent may still send
 * @param settle how long a late commit on the other side can take
 * @param skew how far the other side's clock may be from the database's
 * @param retries when what is untold or was not sent is tried again
 * @param probing when what is locked is tried again
 * @param parked how often what is parked is tried again
 */
public record Patience(
        Duration lease, Duration settle, Duration skew, Retries retries, Probing probing, Duration parked) {

    /** Of what is locked or parked, as configured by default. */
    public Patience(Duration lease, Duration settle, Duration skew, Retries retries) {
        this(lease, settle, skew, retries, Probing.by(retries), Duration.ofMinutes(15));
    }

    /** Whether what the other side says it made then can come from a send whose intent was committed at {@code sent}. */
    boolean canBe(Instant sent, Instant made) {
        Instant last = sent.plus(lease).plus(settle).plus(skew);
        return !made.isBefore(sent.minus(skew)) && !made.isAfter(last);
    }
}
