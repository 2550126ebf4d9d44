package centrasage.story;

import static org.assertj.core.api.Assertions.assertThat;

import centrasage.simulator.http.Json;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The jar started from its configuration file alone, and starts that must fail with every reason. */
class StartIT {
    private static final LocalDate DAY = LocalDate.of(2026, 11, 20);

    @Test
    void every_fault_of_the_configuration_is_told_at_once_and_the_exit_code_is_two() throws Exception {
        try (World world = World.begin(Path.of("target/stories/faulty"), 1, DAY, 1)) {
            Map<String, String> settings = world.settings();
            settings.remove("sage200.site");
            settings.put("sage200.ur", "http://127.0.0.1");
            settings.put("sage200.read-timeout", "60 seconds");
            settings.put("posting.lanes", "many");
            settings.put(
                    "http.port",
                    Integer.toString(world.simulators().sage().baseUrl().getPort()));
            try (RunningApplication application = RunningApplication.start(world.folder(), settings)) {
                assertThat(application.awaitExit()).isEqualTo(2);
                assertThat(application.log())
                        .contains("5 fault(s)")
                        .contains("http.address, http.port: cannot listen on 127.0.0.1:")
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

    @Test
    void the_file_alone_decides_the_database_the_port_and_the_address_and_a_store_that_cannot_be_opened_is_told()
            throws Exception {
        try (World world = World.begin(Path.of("target/stories/start"), 1, DAY, 1)) {
            Map<String, String> settings = world.settings();
            settings.put("http.address", "127.0.0.2");
            Path file = world.folder().resolve("store.mv.db");
            try (RunningApplication running =
                    RunningApplication.start(world.folder(), settings).awaitReady()) {
                System.out.println("ready after " + running.startTime().toMillis() + " ms");
                theFileDecides(running, settings, file);
                Map<String, String> second = new LinkedHashMap<>(settings);
                second.put("http.port", Integer.toString(closedPort()));
                assertThat(refused(world, second))
                        .contains("store.url: " + file + " is in use by another process (centra-sage200 at "
                                + running.address() + ", process ");
            }
            Map<String, String> password = new LinkedHashMap<>(settings);
            password.put("store.password", "another");
            assertThat(refused(world, password)).contains("store.user, store.password: " + file);
            Map<String, String> folder = new LinkedHashMap<>(settings);
            folder.put("store.url", "jdbc:h2:file:" + file + "/below/store;MODE=LEGACY");
            assertThat(refused(world, folder)).contains("store.url: the folder " + file + "/below cannot be written");
        }
    }

    private static void theFileDecides(RunningApplication running, Map<String, String> settings, Path file) {
        assertThat(running.log()).doesNotContain("has expired: [");
        assertThat(running.address().toString()).isEqualTo("http://127.0.0.2:" + settings.get("http.port") + "/");
        JsonNode status = running.api().get("/api/status");
        assertThat(status.get("application").get("store").asText())
                .contains(file.toString().replace(".mv.db", ""));
        assertThat(file).exists();
    }

    /** In a folder of its own, so that the log of what runs is left alone. */
    private static String refused(World world, Map<String, String> settings) throws InterruptedException {
        try (RunningApplication application =
                RunningApplication.start(world.folder().resolve("refused"), settings)) {
            assertThat(application.awaitExit()).isEqualTo(1);
            assertThat(application.log().lines()).hasSizeLessThan(10);
            return application.log();
        }
    }

    @Test
    void starts_that_fail_leave_one_folder_beside_the_data_nothing_elsewhere_and_succeed_once_the_remedy_is_followed()
            throws Exception {
        try (World world = World.begin(Path.of("target/stories/leftovers"), 1, DAY, 1)) {
            Map<String, String> settings = world.settings();
            Path vat = world.folder().resolve("mappings/vat.csv");
            Path temporary = Files.createDirectories(world.folder().resolve("tmp"));
            Files.move(vat, world.folder().resolve("vat.csv"));
            assertThat(refused(world, settings, temporary)).contains("vat.csv: is missing");

            Files.move(world.folder().resolve("vat.csv"), vat);
            settings.put("orders.post-as", "sales-invoice");
            assertThat(refused(world, settings, temporary)).contains(publishedStock());

            assertThat(temporary).isEmptyDirectory();
            assertThat(world.folder().resolve("unpacked-" + settings.get("http.port")))
                    .isDirectory();
            withoutStock(world.folder().resolve("mappings/warehouses.csv"));
            try (RunningApplication running = RunningApplication.start(world.folder(), settings)) {
                running.awaitReady();
                aVersionThatTheNextStartCouldNotUseIsRefused(running.api());
            }
        }
    }

    private static void aVersionThatTheNextStartCouldNotUseIsRefused(Api api) {
        String published = api.text("/api/mappings/export/warehouses.csv").replace(",no,", ",yes,");
        String body = Json.object()
                .set("files", Json.object().put("warehouses.csv", published))
                .toString();
        HttpResponse<String> answer = api.post("/api/mappings?base=1", body);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
        assertThat(answer.body()).contains("warehouses.csv, line 2, stock");
        assertThat(api.get("/api/status").at("/mappings/version").asInt()).isEqualTo(1);
    }

    private static String refused(World world, Map<String, String> settings, Path temporary)
            throws InterruptedException {
        try (RunningApplication application =
                RunningApplication.start(world.folder(), settings, "-Djava.io.tmpdir=" + temporary)) {
            assertThat(application.awaitExit()).isEqualTo(1);
            return application.log();
        }
    }

    /** A ledger invoice moves no stock: what is sold would stay for sale in Centra. */
    private static String[] publishedStock() {
        String row =
                "stock = \"yes\": with orders.post-as = sales-invoice nothing that is sold leaves Sage 200's stock";
        return new String[] {
            "warehouses.csv, line 2, " + row,
            "set no, or stock.moved-by = other-system where another system takes it out of Sage 200's stock"
        };
    }

    private static void withoutStock(Path warehouses) throws IOException {
        String before = Files.readString(warehouses);
        assertThat(before.lines().filter(line -> line.contains(",yes,"))).hasSize(1);
        Files.writeString(warehouses, before.replace(",yes,", ",no,"));
    }

    private static int closedPort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
