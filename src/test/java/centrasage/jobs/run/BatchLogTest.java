package centrasage.jobs.run;

import static org.assertj.core.api.Assertions.assertThat;

import centrasage.flow.ParameterRefused;
import centrasage.flow.TargetUnavailable;
import centrasage.jobs.audit.AuditBroken;
import centrasage.mapping.MappingFaults;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import org.junit.jupiter.api.Test;

/** Stacks of what our own words explain are left out; of all else they stay. */
class BatchLogTest {
    private static boolean isLogged(String text, Throwable... thrown) {
        LogRecord log = new LogRecord(Level.SEVERE, text);
        List.of(thrown).forEach(log::setThrown);
        return BatchLog.isWorthIt(log);
    }

    @Test
    void what_is_explained_is_left_out_in_both_forms() {
        assertThat(isLogged("Failure in Read-Process-Write Loop", wrapped(new TargetUnavailable("Sage 200 is away"))))
                .isFalse();
        for (Class<?> explained :
                List.of(TargetUnavailable.class, MappingFaults.class, AuditBroken.class, ParameterRefused.class)) {
            assertThat(isLogged("Caught exception executing step: x\n\tat y\nCaused by: " + explained.getName()
                            + ": vat.csv is missing\n\tat z"))
                    .as(explained.getName())
                    .isFalse();
        }
    }

    @Test
    void what_nobody_foresaw_stays() {
        assertThat(isLogged("Failure in Read-Process-Write Loop", wrapped(new IllegalStateException("x"))))
                .isTrue();
        assertThat(isLogged("Caught exception executing step: java.lang.NullPointerException\n\tat"
                        + " centrasage.flow.TargetUnavailable.why(TargetUnavailable.java:3)"))
                .isTrue();
    }

    private static Throwable wrapped(Exception cause) {
        return new IllegalStateException("the batch runtime's own", cause);
    }
}
