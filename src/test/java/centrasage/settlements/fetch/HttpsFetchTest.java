package centrasage.settlements.fetch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import centrasage.settlements.folder.Inbox;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Reports of a provider that are downloaded by their addresses. */
class HttpsFetchTest {
    private static final Instant NOW = Instant.parse("2026-11-30T06:30:00Z");
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 30);

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path inbox;

    @SuppressWarnings("NullAway.Init")
    private HttpServer server;

    private final Map<String, String> reports = new HashMap<>();
    private final List<String> asked = new ArrayList<>();
    private final List<String> signedIn = new ArrayList<>();
    private int failing;

    @BeforeEach
    void serve() throws IOException {
        server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        server.createContext("/", exchange -> {
            String path = exchange.getRequestURI().getPath();
            asked.add(path);
            signedIn.add(String.valueOf(exchange.getRequestHeaders().getFirst("Authorization")));
            byte[] body = reports.getOrDefault(path, "").getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(failing > 0 ? failing : reports.containsKey(path) ? 200 : 404, 0);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    private long fetch(String path, String user, String password, int firstBatch) throws IOException {
        String url = "http://127.0.0.1:" + server.getAddress().getPort() + path;
        FetchSource source = new FetchSource("adyen", url, user, password, null, null, firstBatch);
        return new HttpsFetch(source, NOW, TODAY).into(new Landing(inbox));
    }

    @Test
    void batches_are_asked_for_until_there_is_no_next_one() throws Exception {
        for (int batch = 7; batch <= 9; batch++) {
            reports.put("/reports/settlement_detail_report_batch_" + batch + ".csv", "batch " + batch);
        }
        assertThat(fetch("/reports/settlement_detail_report_batch_{batch}.csv", "report@Company.Shop", "secret", 7))
                .isEqualTo(3);
        assertThat(asked).hasSize(4);
        assertThat(signedIn).containsOnly("Basic cmVwb3J0QENvbXBhbnkuU2hvcDpzZWNyZXQ=");
        assertThat(new String(
                        Files.readAllBytes(inbox.resolve("settlement_detail_report_batch_8.csv")),
                        StandardCharsets.UTF_8))
                .isEqualTo("batch 8");
    }

    @Test
    void what_is_here_is_not_downloaded_again() throws Exception {
        reports.put("/r_1.csv", "one");
        reports.put("/r_2.csv", "two");
        fetch("/r_{batch}.csv", "", "", 1);
        asked.clear();
        reports.put("/r_3.csv", "three");
        assertThat(fetch("/r_{batch}.csv", "", "", 1)).isOne();
        assertThat(asked).containsExactly("/r_3.csv", "/r_4.csv");
    }

    /** What is known is passed, however much it is, and a file that landed whole need not wait until it is quiet. */
    @Test
    void years_of_batches_do_not_hide_the_next_one() throws Exception {
        Path done = Files.createDirectories(inbox.resolve("done"));
        for (int batch = 1; batch <= 1_000; batch++) {
            Files.createFile(done.resolve("r_" + batch + ".csv"));
        }
        reports.put("/r_1001.csv", "the next one");
        assertThat(fetch("/r_{batch}.csv", "", "", 1)).isOne();
        assertThat(asked).containsExactly("/r_1001.csv", "/r_1002.csv");
        assertThat(new Inbox(inbox).ready(NOW, Duration.ZERO)).containsExactly(inbox.resolve("r_1001.csv"));
    }

    @Test
    void a_date_is_each_of_the_last_seven_days() throws Exception {
        reports.put("/2026-11-29.csv", "yesterday");
        reports.put("/2026-11-23.csv", "a week ago");
        assertThat(fetch("/{date}.csv", "", "token", 1)).isEqualTo(2);
        assertThat(asked).hasSize(7);
        assertThat(signedIn).containsOnly("Bearer token");
    }

    @Test
    void an_answer_that_is_no_file_leaves_none() {
        failing = 403;
        assertThatThrownBy(() -> fetch("/r_{batch}.csv", "", "", 1))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("/r_1.csv answered 403");
        assertThat(inbox).isEmptyDirectory();
    }

    @Test
    void a_name_that_would_choose_a_folder_is_none() {
        assertThat(Landing.isPlain("../done")).isFalse();
        assertThat(Landing.isPlain("..")).isFalse();
        assertThat(Landing.isPlain("C:\\x.csv")).isFalse();
        assertThat(Landing.isPlain("report.csv")).isTrue();
    }
}
