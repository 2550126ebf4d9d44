package centrasage.launch;

import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/** Keeps what the server said when it could not deploy the application: Payara itself goes on as if nothing had happened. */
final class DeploymentLog extends Handler {
    /** Held, because the log manager itself would forget a logger that nobody holds. */
    private static final Logger ROOT = Logger.getLogger("");

    private static final String UNKNOWN = "the application failed; the log above says why";

    private String failure = UNKNOWN;

    private DeploymentLog() {}

    static DeploymentLog listen() {
        DeploymentLog log = new DeploymentLog();
        log.setLevel(Level.SEVERE);
        ROOT.addHandler(log);
        return log;
    }

    /** The first failure is the cause; what follows are its consequences. */
    @Override
    public synchronized void publish(LogRecord record) {
        Throwable thrown = record.getThrown();
        if (thrown != null && failure.equals(UNKNOWN) && record.getLevel().intValue() >= Level.SEVERE.intValue()) {
            failure = String.valueOf(root(thrown).getMessage());
        }
    }

    private static Throwable root(Throwable thrown) {
        Throwable root = thrown;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return root;
    }

    synchronized String failure() {
        return failure;
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}
}
