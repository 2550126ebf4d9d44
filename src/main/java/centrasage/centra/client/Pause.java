package centrasage.centra.client;

import java.time.Duration;

/** How time is let pass, so that tests need none. */
@FunctionalInterface
interface Pause {
    /** Ends early, with the exception, when the thread is interrupted. */
    void take(Duration length) throws InterruptedException;
}
