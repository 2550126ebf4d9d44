package centrasage.simulator.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The simulator kills its caller, here a process that does nothing but wait, in each window of a write. */
final class KillTest {
    private final HttpClient client = HttpClient.newHttpClient();
    private final List<String> commits = new ArrayList<>();
    private SimulatorServer server;
    private Process caller;

    @BeforeEach
    void start() throws IOException {
        Router router = new Router();
        router.on("POST", "/orders/{number}", this::commit).write(request -> request.pathParameter("number"));
        router.on("GET", "/orders", request -> Response.json(commits)).read();
        server = SimulatorServer.start(0, router, commits::clear);
        caller = new ProcessBuilder("sleep", "600").start();
    }

    @AfterEach
    void stop() {
        caller.destroyForcibly();
        server.close();
    }

    private Response commit(Request request) {
        if (request.pathParameter("number").equals("bad")) {
            return Response.message(400, "no");
        }
        commits.add(request.pathParameter("number"));
        return Response.json(Json.object().put("committed", request.pathParameter("number")));
    }

    @ParameterizedTest
    @CsvSource({"after-commit, false", "after-answer, true"})
    void each_window_leaves_behind_what_it_says(String window, boolean answered) throws Exception {
        Instant begun = Clock.systemUTC().instant();
        send("POST", "/control/faults/kill", order(window, 0, ""));

        assertThat(write("C1")).isEqualTo(answered);

        assertThat(caller.waitFor(10, TimeUnit.SECONDS)).isTrue();
        assertThat(commits).containsExactly("C1");
        assertThat(kills().path(window).asInt()).isEqualTo(1);
        assertThat(kills().at("/struck/0/on").asText()).isEqualTo("POST C1");
        assertThat(server.writes().since(begun))
                .extracting(WriteLog.Write::identity)
                .containsExactly("POST C1");
        assertThat(write("C2")).isTrue();
    }

    @Test
    void writes_are_let_pass_first_and_reads_do_not_count() throws Exception {
        send("POST", "/control/faults/kill", order("after-commit", 2, "C"));

        send("GET", "/orders", "");
        assertThat(write("X1")).isTrue();
        assertThat(write("C1")).isTrue();
        assertThat(write("C2")).isTrue();
        assertThat(caller.isAlive()).isTrue();
        assertThat(write("C3")).isFalse();

        assertThat(caller.waitFor(10, TimeUnit.SECONDS)).isTrue();
        assertThat(commits).containsExactly("X1", "C1", "C2", "C3");
    }

    @Test
    void a_write_that_is_refused_hits_no_window_after_the_commit() throws Exception {
        send("POST", "/control/faults/kill", order("after-commit", 0, ""));

        assertThat(write("bad")).isTrue();
        assertThat(kills().path("after-commit").asInt()).isZero();
        assertThat(write("C1")).isFalse();

        assertThat(caller.waitFor(10, TimeUnit.SECONDS)).isTrue();
        assertThat(kills().path("after-commit").asInt()).isEqualTo(1);
    }

    @Test
    void neither_the_simulator_nor_a_process_that_is_not_there_can_be_ordered() throws Exception {
        String own = "{\"window\": \"after-commit\", \"pid\": "
                + ProcessHandle.current().pid() + "}";

        assertThat(send("POST", "/control/faults/kill", own).statusCode()).isEqualTo(400);
        assertThat(send("POST", "/control/faults/kill", "{\"window\": \"after-commit\", \"pid\": 0}")
                        .statusCode())
                .isEqualTo(400);
        assertThat(send("POST", "/control/faults/kill", "{\"window\": \"never\"}")
                        .statusCode())
                .isEqualTo(400);
    }

    private String order(String window, int after, String key) {
        return Json.object()
                .put("window", window)
                .put("pid", caller.pid())
                .put("after", after)
                .put("key", key)
                .toString();
    }

    private JsonNode kills() throws Exception {
        return Json.parse(send("GET", "/control/faults", "").body()).path("kills");
    }

    /** Whether there was an answer. */
    private boolean write(String number) throws InterruptedException {
        try {
            send("POST", "/orders/" + number, "{}");
            return true;
        } catch (IOException dropped) {
            return false;
        }
    }

    private HttpResponse<String> send(String method, String path, String body)
            throws IOException, InterruptedException {
        return client.send(
                HttpRequest.newBuilder(server.baseUrl().resolve(path))
                        .method(method, HttpRequest.BodyPublishers.ofString(body))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }
}
