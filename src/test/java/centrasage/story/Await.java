package centrasage.story;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** Waits for a state rather than for a time. */
public final class Await {
    private static final long EVERY_NANOS = TimeUnit.MILLISECONDS.toNanos(50);

    private Await() {}

    public static void until(String what, Duration limit, Callable<Boolean> state) throws InterruptedException {
        long end = System.nanoTime() + limit.toNanos();
        while (!reached(state)) {
            if (System.nanoTime() > end) {
                throw new AssertionError("waited " + limit.toSeconds() + " s in vain for " + what);
            }
            if (Thread.interrupted()) {
                throw new InterruptedException();
            }
            LockSupport.parkNanos(EVERY_NANOS);
        }
    }

    private static boolean reached(Callable<Boolean> state) {
        try {
            return state.call();
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
