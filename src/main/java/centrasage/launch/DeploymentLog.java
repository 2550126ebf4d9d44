package centrasage.launch;

import java.util.Optional;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/** Keeps what the server said when it could not deploy the application: Payara itself goes on as if nothing had happened. */
final class DeploymentLog extends Handler {
    /** Held, because the log manager itself would forget a logger that nobody holds. */
    private static final Logger ROOT = Logger.getLogger("");

    private static final String UNKNOWN = "the application failed; the log above says why";

    private static final String INTERNAL = "Internal Exception: ";

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
        if (failure.equals(UNKNOWN) && record.getLevel().intValue() >= Level.SEVERE.intValue()) {
            failure = cause(record).orElse(UNKNOWN);
        }
    }

    private static Optional<String> cause(LogRecord record) {
        Throwable thrown = record.getThrown();
        if (thrown != null) {
            return Optional.of(String.valueOf(root(thrown).getMessage()));
        }
        // The persistence provider writes its exceptions into the text.
        return String.valueOf(record.getMessage())
                .lines()
                .filter(line -> line.startsWith(INTERNAL))
                .map(line -> line.substring(INTERNAL.length()))
                .findFirst();
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
