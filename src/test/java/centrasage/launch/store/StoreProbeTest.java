package centrasage.launch.store;

import static org.assertj.core.api.Assertions.assertThat;

import centrasage.launch.settings.Configuration;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.Driver;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A store that cannot be opened: which key, which file, what to do. */
class StoreProbeTest {
    @TempDir
    Path folder = Path.of("");

    private Path file = Path.of("");
    private String url = "";

    @BeforeEach
    void aStore() throws SQLException {
        file = folder.resolve("store.mv.db");
        url = "jdbc:h2:file:" + folder.resolve("store") + ";MODE=LEGACY";
        try (Connection made = DriverManager.getConnection(url, "centrasage", "right")) {
            assertThat(made.isValid(1)).isTrue();
        }
    }

    private static Configuration configuration(String url, String password) throws IOException {
        return Configuration.read(
                "", Map.of("STORE_URL", url, "STORE_USER", "centrasage", "STORE_PASSWORD", password), new Properties());
    }

    private static List<String> faults(String url, String password) throws IOException {
        Driver driver = StoreDriver.of(url, Optional.empty()).orElseThrow();
        return new StoreProbe(configuration(url, password)).faults(driver);
    }

    @Test
    void a_store_that_opens_is_no_fault_and_is_left_for_the_server() throws Exception {
        assertThat(faults(url, "right")).isEmpty();
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE);
                FileLock lock = channel.tryLock()) {
            assertThat(lock).isNotNull();
        }
    }

    @Test
    void a_look_leaves_every_byte_as_it_is() throws Exception {
        byte[] before = Files.readAllBytes(file);
        assertThat(faults(url, "right")).isEmpty();
        assertThat(Files.readAllBytes(file)).isEqualTo(before);
    }

    @Test
    void a_wrong_password_is_told_by_its_key_and_never_shown() throws Exception {
        assertThat(faults(url, "wrong-password"))
                .singleElement()
                .asString()
                .startsWith("store.user, store.password: " + file + " was not made with the user centrasage")
                .doesNotContain("wrong-password");
    }

    @Test
    void a_file_that_another_process_has_is_named() throws Exception {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE);
                FileLock lock = channel.lock()) {
            assertThat(lock.isValid()).isTrue();
            assertThat(faults(url, "right"))
                    .singleElement()
                    .asString()
                    .startsWith("store.url: " + file + " is in use by another process; stop that one");
        }
    }

    @Test
    void whoever_has_it_is_told_with_the_address_and_since_when() throws Exception {
        Clock clock = Clock.fixed(Instant.parse("2026-11-28T10:00:00.5Z"), ZoneOffset.UTC);
        StoreHolder.note(file, "http://127.0.0.1:8080/", clock);
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE);
                FileLock lock = channel.lock()) {
            assertThat(lock.isValid()).isTrue();
            assertThat(faults(url, "right"))
                    .singleElement()
                    .asString()
                    .contains(
                            "in use by another process (centra-sage200 at http://127.0.0.1:8080/, process ",
                            ", since 2026-11-28T10:00:00Z); stop that one",
                            "two nodes need SQL Server");
            Files.writeString(folder.resolve("store.mv.db.holder"), "999999999999\nsomebody who is dead");
            assertThat(faults(url, "right")).singleElement().asString().contains("by another process; stop that one");
        }
    }

    @Test
    void a_store_that_is_served_by_another_process_is_looked_at_through_it() throws Exception {
        String served = url + ";AUTO_SERVER=TRUE";
        try (Connection other = DriverManager.getConnection(served, "centrasage", "right")) {
            assertThat(other.isValid(1)).isTrue();
            assertThat(faults(served, "right")).isEmpty();
        }
    }

    @Test
    void a_file_that_is_no_database_is_named_with_what_is_wrong() throws Exception {
        Files.writeString(file, "not a database ".repeat(1000));
        assertThat(faults(url, "right"))
                .singleElement()
                .asString()
                .startsWith("store.url: " + file + " cannot be opened: ")
                .contains("backup");
    }

    @Test
    void a_look_makes_no_database_and_a_store_in_memory_is_left_alone() throws Exception {
        assertThat(faults("jdbc:h2:file:" + folder.resolve("new") + ";MODE=LEGACY", "any"))
                .isEmpty();
        assertThat(folder.resolve("new.mv.db")).doesNotExist();
        assertThat(faults("jdbc:h2:mem:probe;MODE=LEGACY", "any")).isEmpty();
    }

    /** No SQL Server is at hand; its driver at least is asked, and what it says is told with the key. */
    @Test
    void a_server_that_hangs_up_is_named_without_what_else_the_url_holds() throws Exception {
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            Thread hangingUp = new Thread(() -> hangUp(server));
            hangingUp.setDaemon(true);
            hangingUp.start();
            String url = "jdbc:sqlserver://127.0.0.1:" + server.getLocalPort()
                    + ";databaseName=centrasage;encrypt=false;loginTimeout=3;trustStorePassword=hidden";
            Driver driver = (Driver) Class.forName("com.microsoft.sqlserver.jdbc.SQLServerDriver")
                    .getDeclaredConstructor()
                    .newInstance();
            assertThat(new StoreProbe(configuration(url, "secret")).faults(driver))
                    .singleElement()
                    .asString()
                    .startsWith("store.url: SQL Server 127.0.0.1:" + server.getLocalPort() + " cannot be opened: ")
                    .doesNotContain("hidden")
                    .doesNotContain("secret");
        }
    }

    private static void hangUp(ServerSocket server) {
        try {
            while (true) {
                server.accept().close();
            }
        } catch (IOException e) {
            assertThat(server.isClosed()).isTrue();
        }
    }
}
