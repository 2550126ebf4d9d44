package centrasage.launch;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Objects;
import java.util.logging.Level;
import java.util.logging.LogManager;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.Test;

class QuietLogTest {
    @Test
    void expired_certificates_are_not_listed_also_after_the_server_has_reset_the_log() {
        QuietLog.begin();
        Logger logger = Logger.getLogger("javax.enterprise.system.security.ssl");
        logger.setLevel(null); // what a reset does

        assertThat(LogManager.getLogManager().getLogger(logger.getName())).isSameAs(logger);
        assertThat(Objects.requireNonNull(logger.getFilter())
                        .isLoggable(new LogRecord(Level.WARNING, "The SSL certificate has expired")))
                .isFalse();
        assertThat(logger.getFilter().isLoggable(new LogRecord(Level.SEVERE, "there is no key store")))
                .isTrue();
    }
}
