package centrasage.sage200.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The default of {@code sage200.lock-pattern}: an order that is taken for locked is tried for ever, and nobody is told. */
class LockPatternTest {
    private final String text = defaultPattern();
    private final Pattern pattern = Pattern.compile(text);

    LockPatternTest() throws IOException {}

    private static String defaultPattern() throws IOException {
        Properties defaults = new Properties();
        try (InputStream in = LockPatternTest.class.getResourceAsStream("/META-INF/microprofile-config.properties")) {
            defaults.load(in);
        }
        return defaults.getProperty("sage200.lock-pattern");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "This record is locked by J. Smith on WS-14.",
                "Record locked",
                "The record has been locked.",
                "The customer account is locked by user A. Jones",
                "The order is being amended by A. Jones.",
                "Stock item 4711 is being edited by another user",
                "The account is being used by J. Smith",
                "The account is in use by another user",
                "In use by J. Smith on WS-14"
            })
    void what_another_user_has_open_is_a_lock(String sage) {
        assertThat(pattern.matcher(sage).find()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "The period is locked",
                "Accounting period 7 is locked.",
                "This customer document number is already in use",
                "Number already in use",
                "The analysis code is not in use by this company",
                "The account is blocked",
                "The nominal account has been blocked by the credit controller",
                "Another user name is required",
                "Clock skew",
                "Insufficient stock in location UNLOCKED"
            })
    void what_only_sounds_like_one_is_refused_and_told_to_a_person(String sage) {
        assertThat(pattern.matcher(sage).find()).isFalse();
    }

    @Test
    void the_documentation_has_the_same_default() throws IOException {
        assertThat(Files.readString(Path.of("docs/configuration.md")))
                .contains("| `sage200.lock-pattern` | `" + text.replace("|", "\\|") + "` |")
                .contains("\nsage200.lock-pattern = " + text.replace("\\", "\\\\") + "\n");
    }
}
