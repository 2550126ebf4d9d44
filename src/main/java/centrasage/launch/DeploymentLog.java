package centrasage.launch;

import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/** Keeps what the server said when it could not deploy the application: Payara itself goes on as if nothing had happened. */
final class DeploymentLog extends Handler {
    /** Held, because the log manager itself would forget a logger that nobody holds. */
    private static final Logger ROOT = Logger.getLogger("");

    private String failure = "the application failed; the log above says why";

    private DeploymentLog() {}

    static DeploymentLog listen() {
        DeploymentLog log = new DeploymentLog();
        log.setLevel(Level.SEVERE);
        ROOT.addHandler(log);
        return log;
    }

    @Override
    public synchronized void publish(LogRecord record) {
        String message = String.valueOf(record.getMessage());
        if (message.startsWith("Exception while") && record.getThrown() != null) {
            failure = String.valueOf(record.getThrown().getMessage());
        }
    }

    synchronized String failure() {
        return failure;
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}
}
