package centrasage.simulation;

import centrasage.flow.Locks;
import centrasage.sync.posting.Store;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** One of the two processes, with a clock of its own that is wrong by so much. */
final class Node {
    private final String name;
    private final World world;
    private LocksOfNode locks = new LocksOfNode();
    private Duration wrong = Duration.ZERO;

    Node(String name, World world) {
        this.name = name;
        this.world = world;
    }

    /** What is remembered in the process itself, and is gone with it. */
    void die() {
        locks = new LocksOfNode();
    }

    void lookAtLocks(Store store, Locks book) {
        locks.look(store, book);
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
