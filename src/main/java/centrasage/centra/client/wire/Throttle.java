package centrasage.centra.client.wire;

import centrasage.flow.TargetUnavailable;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/**
 * When the next request may be sent. One for the whole application, because the quota is the shop's and a request sent
 * too early by one thread prolongs the refusal for all.
 */
public final class Throttle {
    /** Longer ones are not slept through: the caller gives up, and the next run finds the moment nearer or past. */
    static final Duration WAIT_MAX = Duration.ofMinutes(2);

    /** How time is let pass, so that tests need none. */
    @FunctionalInterface
    public interface Pause {
        /** Ends early, with the exception, when the thread is interrupted. */
        void take(Duration length) throws InterruptedException;
    }

    private final Clock clock;
    private final Pause pause;
    private Instant notBefore = Instant.EPOCH;

    Throttle(Clock clock, Pause pause) {
        this.clock = clock;
        this.pause = pause;
    }

    synchronized void holdUntil(Instant moment) {
        if (moment.isAfter(notBefore)) {
            notBefore = moment;
        }
    }

    void hold(Duration length) {
        holdUntil(clock.instant().plus(length));
    }

    /** Returns when a request may be sent. */
    void await() throws TargetUnavailable {
        Instant until = notBefore();
        Duration wait = Duration.between(clock.instant(), until);
        if (wait.compareTo(WAIT_MAX) > 0) {
            throw new TargetUnavailable("Centra's rate limit is used up: Centra accepts requests again at " + until
                    + ". Nothing needs doing, work goes on by itself then; if it happens often, find out which other"
                    + " integration of this shop uses up the quota, or ask Centra for a larger plan.");
        }
        if (wait.compareTo(Duration.ZERO) > 0) {
            take(wait);
        }
    }

    void take(Duration length) throws TargetUnavailable {
        try {
            pause.take(length);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new TargetUnavailable("Waiting for Centra was interrupted because the application is stopping.", e);
        }
    }

    /** Long past where nothing holds us back. */
    synchronized Instant notBefore() {
        return notBefore;
    }
}
