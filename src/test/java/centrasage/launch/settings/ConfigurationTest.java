package centrasage.launch.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Where a setting comes from, and what the application gets to see of it. */
class ConfigurationTest {
    @TempDir
    Path folder = Path.of("");

    private final Map<String, String> environment = new HashMap<>();
    private final Properties system = new Properties();
    private String sound = "";

    @BeforeEach
    void aSoundFile() {
        sound = String.join(
                "\n",
                "centra.url = https://brand.centra.com",
                "centra.token = secret-token",
                "sage200.url = https://sage.local/api",
                "sage200.site = 6a1b9c52-1f0e-4c6e-9d5a-3c2f7e8b0d41",
                "sage200.company = 33",
                "orders.from = 2026-11-01",
                "mapping.seed = " + folder,
                "");
    }

    private Configuration read(String text) throws IOException {
        Path file = folder.resolve("centrasage.properties");
        Files.writeString(file, text, StandardCharsets.UTF_8);
        return Configuration.read(file.toString(), environment, system);
    }

    @Test
    void a_sound_file_has_no_faults_and_the_rest_are_defaults() throws IOException {
        Configuration configuration = read(sound);
        assertThat(configuration.faults()).isEmpty();
        assertThat(configuration.get("centra.url")).isEqualTo("https://brand.centra.com");
        assertThat(configuration.get("posting.lanes")).isEqualTo("4");
        assertThat(configuration.get("sage200.in-doubt-settle")).isEqualTo("PT10M");
    }

    @Test
    void without_a_file_the_defaults_alone_say_what_is_missing() throws IOException {
        assertThat(Configuration.read("", environment, system).faults())
                .anyMatch(fault -> fault.startsWith("centra.url: is missing"))
                .anyMatch(fault -> fault.startsWith("mapping.seed: is missing"))
                .anyMatch(fault -> fault.startsWith("orders.from: is mandatory"));
    }

    @Test
    void the_environment_goes_before_the_file_and_a_system_property_before_both() throws IOException {
        String text = sound + "posting.lanes = 5\nposting.lease = PT6M\nsage200.lock-pattern = file\n";
        environment.put("POSTING_LANES", "6");
        environment.put("POSTING_LEASE", "PT7M");
        system.setProperty("posting.lease", "PT8M");
        Configuration configuration = read(text);
        assertThat(configuration.get("posting.lanes")).isEqualTo("6");
        assertThat(configuration.get("posting.lease")).isEqualTo("PT8M");
        assertThat(configuration.get("sage200.lock-pattern")).isEqualTo("file");
    }

    @Test
    void of_several_variables_the_most_exact_counts_as_in_microprofile_config() throws IOException {
        environment.put("STORE_USER", "upper");
        assertThat(read(sound).get("store.user")).isEqualTo("upper");
        environment.put("store_user", "lower");
        assertThat(read(sound).get("store.user")).isEqualTo("lower");
        environment.put("store.user", "exact");
        assertThat(read(sound).get("store.user")).isEqualTo("exact");
    }

    @Test
    void schedules_can_be_set_from_outside_too() throws IOException {
        environment.put("SCHEDULE_ORDER_IMPORT", "every PT1M");
        system.setProperty("schedule.in-doubt", "");
        Configuration configuration = read(sound);
        assertThat(configuration.get("schedule.order-import")).isEqualTo("every PT1M");
        assertThat(configuration.get("schedule.in-doubt")).isEmpty();
    }

    @Test
    void an_empty_value_leaves_the_default_but_turns_a_schedule_off() throws IOException {
        Configuration configuration = read(sound + "posting.lease =\nhttp.port =\nschedule.retention =\n");
        assertThat(configuration.faults()).isEmpty();
        assertThat(configuration.get("posting.lease")).isEqualTo("PT5M");
        assertThat(configuration.get("http.port")).isEqualTo("8080");
        assertThat(configuration.get("schedule.retention")).isEmpty();
    }

    @Test
    void a_file_written_from_the_design_starts_and_says_what_has_no_effect_yet() throws IOException {
        environment.put("SETTLEMENTS_INBOX", "/srv/inbox");
        Configuration configuration = read(sound + "orders.post-as = sales-order\nretention.evidence = P7Y\n");
        assertThat(configuration.faults()).isEmpty();
        assertThat(configuration.withoutEffect()).containsExactly("retention.evidence");
        assertThat(configuration.get("settlements.inbox")).isEqualTo("/srv/inbox");
    }

    /** Whoever reads them compares with the words as they are documented. */
    @Test
    void a_choice_in_capitals_is_handed_over_as_it_is_documented() throws IOException {
        environment.put("POSTING_MODE", "Preview");
        system.setProperty("rounding.negative", "HOLD");
        Properties published = new Properties();
        Configuration configuration = read(sound.replace("orders.from = 2026-11-01", "orders.post-as = Sales-Invoice"));
        assertThat(configuration.faults()).isEmpty();
        configuration.publish(published);
        assertThat(published)
                .containsEntry("orders.post-as", "sales-invoice")
                .containsEntry("posting.mode", "preview")
                .containsEntry("rounding.negative", "hold")
                .containsEntry("centra.url", "https://brand.centra.com");
    }

    @Test
    void everything_is_handed_over_with_the_driver_that_the_url_needs() throws IOException {
        Properties published = new Properties();
        read(sound + "schedule.retention =\nsage200.user =\n").publish(published);
        assertThat(published)
                .containsEntry("centra.url", "https://brand.centra.com")
                .containsEntry("schedule.retention", "")
                .containsEntry("store.driver-class", "org.h2.jdbcx.JdbcDataSource")
                .doesNotContainKey("sage200.user");
        read(sound + "store.url = jdbc:sqlserver://db;databaseName=sync\n").publish(published);
        assertThat(published).containsEntry("store.driver-class", "com.microsoft.sqlserver.jdbc.SQLServerDataSource");
    }

    @Test
    void keys_of_the_framework_are_not_the_operators_business() throws IOException {
        Properties published = new Properties();
        read(sound).publish(published);
        assertThat(published.stringPropertyNames()).noneMatch(key -> key.startsWith("mp."));
    }

    @Test
    void words_are_read_as_utf_8() throws IOException {
        assertThat(read(sound + "sage200.user = Zoë\n").get("sage200.user")).isEqualTo("Zoë");
        Path file = folder.resolve("latin");
        Files.writeString(file, sound + "sage200.user = Zoë\n", StandardCharsets.ISO_8859_1);
        assertThatThrownBy(() -> Configuration.read(file.toString(), environment, system))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("UTF-8");
    }

    @Test
    void a_file_that_cannot_be_read_is_told_in_words_and_with_a_remedy() {
        assertThatThrownBy(() -> Configuration.read(folder.resolve("none").toString(), environment, system))
                .isInstanceOf(IOException.class)
                .hasMessage("there is no such file; correct the path, or write the file");
        assertThatThrownBy(() -> Configuration.read("no\0file", environment, system))
                .isInstanceOf(IOException.class)
                .hasMessageStartingWith("there is no such file");
        assertThatThrownBy(() -> Configuration.read(folder.toString(), environment, system))
                .isInstanceOf(IOException.class)
                .hasMessage("this is a folder; name the file in it");
    }

    @Test
    void a_key_that_stands_twice_is_a_fault_and_shows_no_value() throws IOException {
        assertThat(read(sound + "http.port = 18080\nhttp.port: 18081\ncentra.token = other\n")
                        .faults())
                .containsExactly(
                        "centra.token: stands in the file more than once; leave one of the lines",
                        "http.port: stands in the file more than once; leave one of the lines");
    }

    @ParameterizedTest
    @ValueSource(strings = {"mapping.seed = C:\\shop\\maps", "mapping.seed=d:\\maps", "  mapping.seed:C:\\shop"})
    void a_windows_path_with_single_backslashes_is_named_before_it_becomes_another(String line) throws IOException {
        assertThat(read(sound + line + "\n").faults())
                .anyMatch(fault -> fault.startsWith("mapping.seed: a single \\ is lost") && fault.contains("C:/shop"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "# mapping.seed = C:\\shop\\maps",
                "store.encryption-key-file = C:\\\\keys\\\\key",
                "store.encryption-key-file = C:/keys/key",
                "sage200.lock-pattern = a\\\\b:\\\\d"
            })
    void a_windows_path_that_is_written_well_is_no_fault(String line) throws IOException {
        assertThat(read(sound + line + "\n").faults()).isEmpty();
    }

    @Test
    void a_backslash_that_breaks_the_file_is_explained() {
        assertThatThrownBy(() -> read(sound + "store.encryption-key-file = \\\\server\\users\\key\n"))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("write \\\\ for a single \\");
    }

    @ParameterizedTest
    @CsvSource({"centra.token,secret-token", "sage200.password,hidden-word", "store.password,open-sesame"})
    void no_message_ever_shows_a_secret(String key, String value) throws IOException {
        String text = sound.replace("centra.url = https://brand.centra.com", "centra.url = nonsense")
                + "sage200.auth = basic\nposting.lanes = none\n" + key + " = " + value + "\n" + key + "x = " + value
                + "\n";
        assertThat(read(text).faults())
                .anyMatch(fault -> fault.startsWith(key + "x: there is no such setting"))
                .noneMatch(fault -> fault.contains(value));
    }
}
