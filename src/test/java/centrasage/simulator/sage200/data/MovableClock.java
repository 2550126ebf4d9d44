package centrasage.simulator.sage200.data;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** The simulator's clock: it ticks like the machine's, from wherever a test has put it. */
public final class MovableClock extends Clock {
    private volatile Duration offset = Duration.ZERO;

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        throw new UnsupportedOperationException("the simulator lives in UTC");
    }

    @Override
    public Instant instant() {
        return Clock.systemUTC().instant().plus(offset);
    }

    public void set(Instant now) {
        offset = Duration.between(Clock.systemUTC().instant(), now);
    }

    public synchronized void advance(Duration by) {
        offset = offset.plus(by);
    }
}
