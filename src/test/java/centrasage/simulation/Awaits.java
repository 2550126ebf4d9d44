package centrasage.simulation;

import centrasage.sync.posting.Calls;
import centrasage.sync.posting.Crash;
import centrasage.sync.posting.MovableClock;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What can happen to one worker around each of its calls: it stalls, its process dies, the database is lost. It never stalls between
 * looking at its lease and the first byte of a request: that moment is beyond anybody's control, and kept short.
 */
final class Awaits {
    private final Node node;
    private final World world;
    private final String worker;
    private boolean dead;
    private boolean sending;

    Awaits(Node node, World world, String worker) {
        this.node = node;
        this.world = world;
        this.worker = worker;
    }

    /** A port whose every call is such a moment. */
    <T> T around(Class<T> port, T real) {
        return Calls.around(port, real, (name, call) -> name.equals("now") ? alive(call) : store(name, call));
    }

    private @Nullable Object alive(Callable<@Nullable Object> call) throws Exception {
        if (dead) {
            throw new Crash("earlier");
        }
        return call.call();
    }

    private @Nullable Object store(String name, Callable<@Nullable Object> call) throws Exception {
        before(name);
        losesTheDatabase(Fault.STORE_LOST_BEFORE, "before " + name);
        @Nullable Object result = call.call();
        world.trace().say(() -> worker + " " + name + (result == null ? "" : " -> " + result));
        losesTheDatabase(Fault.STORE_LOST_AFTER, "after " + name);
        after(name);
        return result;
    }

    private void losesTheDatabase(Fault fault, String where) {
        if (world.chance().strikes(fault, 4)) {
            throw new Lost(where);
        }
    }

    /** A call of the store that is no port. */
    <T> T ofStore(String name, Supplier<T> call) {
        before(name);
        losesTheDatabase(Fault.STORE_LOST_BEFORE, "before " + name);
        T result = call.get();
        world.trace().say(() -> worker + " " + name + " -> " + result);
        losesTheDatabase(Fault.STORE_LOST_AFTER, "after " + name);
        after(name);
        return result;
    }

    /** A call of one of the two systems. */
    <T> T remote(String name, Supplier<T> call) {
        before(name);
        T result = call.get();
        world.trace().say(() -> worker + " " + name + " -> " + result);
        after(name);
        return result;
    }

    /** A moment between two calls. */
    void between(String name) {
        before(name);
    }

    /** From now on the lease has been looked at and the request has not left. */
    void beginSending() {
        sending = true;
    }

    /** The request has left. */
    void sent() {
        sending = false;
    }

    private void before(String name) {
        world.chance().figures().count(Figures.Count.AWAITS);
        if (dead) {
            throw new Crash("earlier");
        }
        dies("before " + name);
        stalls("before " + name);
    }

    private void after(String name) {
        dies("after " + name);
        stalls("after " + name);
    }

    private void dies(String where) {
        if (world.chance().strikes(Fault.KILLED, 5)) {
            die(where);
        }
    }

    /** The whole process of the node, with its other workers. */
    void die(String where) {
        dead = true;
        world.turns().kill(node::equals);
        throw new Crash(where);
    }

    private void stalls(String where) {
        if (!sending && world.turns().mayStall() && world.chance().strikes(Fault.STALLED, 15)) {
            stall(where);
        }
    }

    private void stall(String where) {
        world.trace().say(() -> worker + " stalls " + where);
        try {
            world.turns().stall(node);
        } catch (Crash e) {
            dead = true;
            throw e;
        }
        world.trace().say(() -> worker + " goes on");
    }

    /** The answer takes longer than any lease. */
    void slow(MovableClock clock) {
        if (world.chance().strikes(Fault.SLOW, 40)) {
            clock.advance(Duration.ofMinutes(6));
            if (world.turns().mayStall()) {
                stall("for an answer");
            }
        }
    }
}
