package centrasage.centra.client;

import centrasage.centra.client.quota.Pause;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/** A clock that only pauses move, and that keeps how long they were. */
public final class TestTime extends Clock implements Pause {
    public static final Instant START = Instant.parse("2026-11-23T08:00:00Z");

    public final List<Duration> pauses = new ArrayList<>();
    private volatile Instant now = START;

    @Override
    public void take(Duration length) {
        pauses.add(length);
        now = now.plus(length);
    }

    @Override
    public Instant instant() {
        return now;
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        throw new UnsupportedOperationException();
    }
}
