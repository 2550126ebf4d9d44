package centrasage.console.connect;

import static org.assertj.core.api.Assertions.assertThat;

import centrasage.sync.record.AuditEntry;
import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DeedTest {
    @ParameterizedTest
    @CsvSource({
        "SAGE_SIGN_IN_BEGUN, Went to Sage ID, ''",
        "SAGE_SIGN_IN_DONE, Connected, ''",
        "SAGE_SIGN_IN_REFUSED, Not connected, the detail",
        "LATER_VERSION, LATER_VERSION, the detail"
    })
    void every_row_of_the_trail_is_told_in_words(String action, String title, String detail) {
        Instant at = Instant.parse("2026-11-23T10:00:00Z");

        assertThat(Deed.of(new AuditEntry(at, "ada", action, "sage200/sign-in", "the detail")))
                .isEqualTo(new Deed(at, "ada", title, detail));
    }
}
