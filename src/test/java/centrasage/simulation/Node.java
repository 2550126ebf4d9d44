package centrasage.simulation;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** One of the two processes, with a clock of its own that is wrong by so much. */
final class Node {
    private final String name;
    private final World world;
    private Duration wrong = Duration.ZERO;

    Node(String name, World world) {
        this.name = name;
        this.world = world;
    }

    String name() {
        return name;
    }

    void goWrong(Duration by) {
        wrong = by;
    }

    Clock clock() {
        return new Clock() {
            @Override
            public ZoneId getZone() {
                return ZoneOffset.UTC;
            }

            @Override
            public Clock withZone(ZoneId zone) {
                throw new UnsupportedOperationException();
            }

            @Override
            public Instant instant() {
                return world.clock().now().plus(wrong);
            }
        };
    }
}
