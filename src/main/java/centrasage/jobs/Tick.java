package centrasage.jobs;

import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * One thing that happens by the clock. Nothing ever escapes from it, because that would silently end the ticking: not even a
 * checked exception that nothing here declares, such as the transaction manager's when the database goes away under a commit.
 */
final class Tick implements Runnable {
    private static final Logger LOG = Logger.getLogger(Tick.class.getName());

    private final String name;
    private final Runnable work;
    private String lastFailure = "";

    Tick(String name, Runnable work) {
        this.name = name;
        this.work = work;
    }

    @Override
    public synchronized void run() {
        try {
            work.run();
            lastFailure = "";
        } catch (Exception | Error e) {
            report(e);
        }
    }

    /** A failure that repeats is told once: the next tick tries again anyway. */
    private void report(Throwable failure) {
        String now = String.valueOf(failure.getMessage());
        if (!now.equals(lastFailure)) {
            lastFailure = now;
            LOG.log(Level.WARNING, failure, () -> name + " failed and is tried again");
        }
    }
}
