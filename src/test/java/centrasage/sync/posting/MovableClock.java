package centrasage.sync.posting;

import java.time.Duration;
import java.time.Instant;

/** The time of a store under test: it stands still until the test moves it. */
public final class MovableClock {
    public static final Instant START = Instant.parse("2026-11-23T08:00:00Z");

    private Instant now = START;

    public synchronized Instant now() {
        return now;
    }

    public synchronized void advance(Duration by) {
        now = now.plus(by);
    }

    synchronized void reset() {
        now = START;
    }
}
