package centrasage.simulator.centra.limits;

import java.time.Instant;

/** Thrown when a bucket is empty, with the moment from which sending may resume. */
public final class LimitExceeded extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final Instant resumeAt;

    LimitExceeded(Counter counter, Instant resumeAt) {
        super("rate limit of " + counter + " exceeded", null, false, false);
        this.resumeAt = resumeAt;
    }

    public Instant resumeAt() {
        return resumeAt;
    }
}
