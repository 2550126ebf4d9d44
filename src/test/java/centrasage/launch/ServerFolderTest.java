package centrasage.launch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import centrasage.launch.settings.Configuration;
import centrasage.launch.store.StoreFile;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The server's own folder beside the data, and the file of the store itself. */
class ServerFolderTest {
    @TempDir
    Path data = Path.of("");

    private Configuration configuration(String port) throws IOException {
        String url = "jdbc:h2:file:" + data.resolve("store") + ";MODE=LEGACY";
        return Configuration.read("", Map.of("STORE_URL", url, "HTTP_PORT", port), new Properties());
    }

    @Test
    void what_a_dead_start_has_left_is_gone_and_nothing_else() throws IOException {
        Path other = Files.createDirectories(data.resolve("unpacked-18091"));
        Path left = Files.createDirectories(data.resolve("unpacked-18090/applications/ROOT"));
        Files.writeString(left.resolve("left.txt"), "by a dead process");

        Optional<Path> folder = ServerFolder.empty(configuration("18090")).map(ServerFolder::temporary);

        assertThat(folder).contains(data.resolve("unpacked-18090/tmp"));
        assertThat(data.resolve("unpacked-18090/tmp")).isEmptyDirectory();
        assertThat(data.resolve("unpacked-18090/applications")).doesNotExist();
        assertThat(other).exists();
    }

    @Test
    void a_folder_that_a_living_process_has_is_left_alone() throws IOException {
        Path living = Files.createDirectories(data.resolve("unpacked-18092/applications"));
        try (FileChannel channel = FileChannel.open(
                        data.resolve("unpacked-18092.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                FileLock lock = channel.lock()) {
            assertThat(lock.isValid()).isTrue();
            assertThatThrownBy(() -> ServerFolder.empty(configuration("18092")))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("http.port: another centra-sage200");
            assertThat(living).exists();
        }
    }

    @Test
    void with_sql_server_it_lies_beside_the_key() throws IOException {
        Configuration configuration = Configuration.read(
                "",
                Map.of(
                        "STORE_URL",
                        "jdbc:sqlserver://db:1433;databaseName=centrasage",
                        "STORE_ENCRYPTION_KEY_FILE",
                        data.resolve("store.key").toString(),
                        "HTTP_PORT",
                        "18093"),
                new Properties());

        assertThat(ServerFolder.empty(configuration).map(ServerFolder::temporary))
                .contains(data.resolve("unpacked-18093/tmp"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "jdbc:h2:file:/srv/c/store;MODE=LEGACY | /srv/c/store.mv.db",
                "jdbc:h2:/srv/c/store | /srv/c/store.mv.db",
                "jdbc:h2:file:/srv/c/../d/store;PASSWORD=x | /srv/d/store.mv.db",
                "jdbc:h2:mem:test;MODE=LEGACY |",
                "jdbc:h2:tcp://db/store |",
                "jdbc:sqlserver://db:1433;databaseName=c |"
            })
    void the_file_of_a_store_is_found_in_its_url(String url, String file) {
        assertThat(StoreFile.of(url)).isEqualTo(Optional.ofNullable(file).map(Path::of));
    }

    @Test
    void a_folder_that_cannot_be_made_or_written_is_named_with_the_remedy() throws IOException {
        Path inTheWay = Files.writeString(data.resolve("file"), "");

        assertThat(StoreFile.faults(inTheWay.resolve("store.mv.db")))
                .singleElement()
                .asString()
                .startsWith("store.url: the folder " + inTheWay + " cannot be written by the user ")
                .contains("name another folder");
        assertThat(StoreFile.faults(data.resolve("new/store.mv.db"))).isEmpty();
    }
}
