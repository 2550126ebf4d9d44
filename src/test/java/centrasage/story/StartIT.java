package centrasage.story;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The jar started from its configuration file alone, and starts that must fail with every reason. */
class StartIT {
    private static final LocalDate DAY = LocalDate.of(2026, 11, 20);

    @Test
    void the_file_alone_decides_the_database_the_port_and_the_address() throws InterruptedException {
        try (World world = World.begin(Path.of("target/stories/start"), 1, DAY, 1)) {
            Map<String, String> settings = world.settings();
            settings.put("http.address", "127.0.0.2");
            try (RunningApplication application =
                    RunningApplication.start(world.folder(), settings).awaitReady()) {
                JsonNode status = application.api().get("/api/status");
                assertThat(status.get("application").get("store").asText())
                        .contains(world.folder().resolve("store").toString());
                assertThat(world.folder().resolve("store.mv.db")).exists();
                assertThat(application.address().toString())
                        .isEqualTo("http://127.0.0.2:" + settings.get("http.port") + "/");
                System.out.println("ready after " + application.startTime().toMillis() + " ms");
            }
        }
    }

    @Test
    void every_fault_of_the_configuration_is_told_at_once_and_the_exit_code_is_two() throws Exception {
        try (World world = World.begin(Path.of("target/stories/faulty"), 1, DAY, 1)) {
            Map<String, String> settings = world.settings();
            settings.remove("sage200.site");
            settings.put("sage200.ur", "http://127.0.0.1");
            settings.put("sage200.read-timeout", "60 seconds");
            settings.put("posting.lanes", "many");
            try (RunningApplication application = RunningApplication.start(world.folder(), settings)) {
                assertThat(application.awaitExit()).isEqualTo(2);
                assertThat(application.log())
                        .contains("4 fault(s)")
                        .contains("sage200.site: is missing")
                        .contains("sage200.ur: there is no such setting; did you mean sage200.url?")
                        .contains("sage200.read-timeout = \"60 seconds\": expected an ISO-8601 duration")
                        .contains("posting.lanes = \"many\": expected a whole number from 1 to 32");
            }
        }
    }

    @Test
    void a_start_that_fails_ends_with_one_and_the_reasons() throws Exception {
        try (World world = World.begin(Path.of("target/stories/broken"), 1, DAY, 1)) {
            Map<String, String> settings = world.settings();
            settings.put(
                    "store.url", "jdbc:sqlserver://127.0.0.1:" + closedPort() + ";databaseName=none;loginTimeout=2");
            try (RunningApplication application = RunningApplication.start(world.folder(), settings)) {
                assertThat(application.awaitExit()).isEqualTo(1);
                assertThat(application.log())
                        .contains("centra-sage200 was not started:")
                        .contains("store.url: no SQL Server answers at 127.0.0.1:");
            }
        }
    }

    private static int closedPort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
