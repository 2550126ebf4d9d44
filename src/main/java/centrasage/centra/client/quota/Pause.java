package centrasage.centra.client.quota;

import java.time.Duration;

/** How time is let pass, so that tests need none. */
@FunctionalInterface
public interface Pause {
    /** Ends early, with the exception, when the thread is interrupted. */
    void take(Duration length) throws InterruptedException;
}
