package centrasage.launch;

import java.util.logging.Level;
import java.util.logging.Logger;

/** Silences what the server says of itself at each start, hundreds of lines long, and what nobody can do anything about. */
final class QuietLog {
    /** Kept here, because the JDK forgets a logger that nobody holds, and its filter with it. */
    private static final Logger CERTIFICATES = Logger.getLogger("javax.enterprise.system.security.ssl");

    private QuietLog() {}

    /**
     * The server prints each expired certificate of its trust store whole. A filter, because the server resets all levels
     * when it starts.
     */
    static void begin() {
        CERTIFICATES.setFilter(log -> log.getLevel().intValue() >= Level.SEVERE.intValue());
    }
}
