package centrasage.console.settings;

import static org.assertj.core.api.Assertions.assertThat;

import centrasage.console.runbooks.Handbook;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.Config;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the page of the settings may show. */
class SettingListTest {
    private static Map<String, Setting> shown(Map<String, String> values) {
        Config config = new SmallRyeConfigBuilder()
                .withSources(new PropertiesConfigSource(values, "test", 500))
                .build();
        return new SettingList(new Handbook(), config)
                .groups().values().stream()
                        .flatMap(Collection::stream)
                        .collect(Collectors.toMap(Setting::key, Function.identity()));
    }

    private static Setting of(Map<String, Setting> shown, String key) {
        return Optional.ofNullable(shown.get(key)).orElseThrow();
    }

    @Test
    void a_setting_has_its_value_where_it_comes_from_and_what_it_means() {
        Setting lanes =
                of(shown(Map.of("posting.lanes", "7", SettingList.ORIGINS, "posting.lanes=file")), "posting.lanes");
        assertThat(lanes.value()).isEqualTo("7");
        assertThat(lanes.origin()).isEqualTo("file");
        assertThat(lanes.group()).isEqualTo("Posting");
        assertThat(lanes.meaning()).isNotEmpty().doesNotContain("`").doesNotContain("](");
    }

    @Test
    void what_nobody_has_set_is_a_default_or_not_set_or_off() {
        Map<String, Setting> shown = shown(Map.of("schedule.retention", "", "orders.from", ""));
        assertThat(of(shown, "orders.from").value()).isEqualTo("not set");
        assertThat(of(shown, "schedule.retention").value()).isEqualTo("off");
        assertThat(of(shown, "http.port").origin()).isEqualTo("default");
    }

    @Test
    void of_a_secret_it_is_said_only_whether_it_is_set() {
        Map<String, Setting> shown = shown(Map.of("centra.token", "very-secret-token"));
        assertThat(of(shown, "centra.token").value()).isEqualTo("*** (set)");
        assertThat(of(shown, "centra.webhook-secret").value()).isEqualTo("not set");
    }

    @Test
    void secrets_within_addresses_are_left_out() {
        Map<String, Setting> shown = shown(Map.of(
                "store.url", "jdbc:sqlserver://db;user=sa;password=hunter2;encrypt=true",
                "centra.url", "https://me:hunter2@brand.example/"));
        assertThat(shown.values()).extracting(Setting::value).noneMatch(value -> value.contains("hunter2"));
        assertThat(of(shown, "store.url").value()).contains("encrypt=true");
        assertThat(of(shown, "centra.url").value()).isEqualTo("https://***@brand.example/");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "sage200.password",
                "settlements.stripe.fetch-password",
                "alerts.smtp-password",
                "alerts.webhook-url"
            })
    void a_key_is_secret_by_its_name(String key) {
        assertThat(Secrets.isSecret(key)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"sage200.token-url", "centra.webhook-window", "store.encryption-key-file", "sage200.user"})
    void an_address_a_length_of_time_or_a_file_is_none(String key) {
        assertThat(Secrets.isSecret(key)).isFalse();
    }

    /** The handbook says the same of each key that it marks. */
    @Test
    void what_the_handbook_marks_as_secret_is_secret() {
        String text = new Handbook().text("docs/configuration").orElseThrow();
        List<String> marked = text.lines()
                .filter(line -> line.matches("\\| .*\\*\\*(M )?S\\*\\*.*"))
                .map(line -> line.replaceAll("^.*`([A-Za-z0-9.-]+)` \\*\\*(M )?S\\*\\*.*$", "$1"))
                .toList();
        assertThat(marked).hasSizeGreaterThan(6).allMatch(Secrets::isSecret);
    }
}
