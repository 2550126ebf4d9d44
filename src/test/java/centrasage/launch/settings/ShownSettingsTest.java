package centrasage.launch.settings;

import static org.assertj.core.api.Assertions.assertThat;

import centrasage.console.runbooks.Handbook;
import centrasage.console.settings.Secrets;
import centrasage.console.settings.SettingList;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The console shows settings without knowing the launcher: what it takes for a secret, and for all there are, is held here. */
class ShownSettingsTest {
    @TempDir
    Path folder;

    @Test
    void every_secret_of_the_launcher_is_a_secret_of_the_console() {
        assertThat(Catalogue.all().filter(Setting::secret).map(Setting::key))
                .hasSizeGreaterThan(8)
                .allMatch(Secrets::isSecret);
    }

    @Test
    void every_setting_of_the_launcher_is_shown() {
        List<String> all = Catalogue.all().map(Setting::key).toList();
        assertThat(new SettingList(new Handbook(), ConfigProvider.getConfig()).keys())
                .containsAll(all);
    }

    @Test
    void the_launcher_tells_which_setting_came_from_where_without_its_value() throws Exception {
        Path file =
                Files.writeString(folder.resolve("x.properties"), "posting.lanes=6\ncentra.token=secret-of-a-file\n");
        Properties line = new Properties();
        line.setProperty("http.port", "8081");
        Properties system = new Properties();
        Configuration.read(file.toString(), Map.of("STORE_PASSWORD", "secret-of-the-environment"), line)
                .publish(system);
        assertThat(system.getProperty(Configuration.ORIGINS).lines())
                .containsExactlyInAnyOrder(
                        "posting.lanes=file",
                        "centra.token=file",
                        "store.password=environment",
                        "http.port=command line");
    }
}
