package centrasage.simulator.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class SimulatorServerTest {
    private final Map<String, AtomicInteger> commits = new ConcurrentHashMap<>();
    private final HttpClient client = HttpClient.newHttpClient();
    private SimulatorServer server;

    @BeforeEach
    void start() throws IOException {
        Router router = new Router();
        router.on("POST", "/orders/{number}", this::commit).write(request -> request.pathParameter("number"));
        router.on("GET", "/orders", request -> Response.json(commits.keySet())).read();
        server = SimulatorServer.start(0, router, commits::clear);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private Response commit(Request request) {
        commits.computeIfAbsent(request.pathParameter("number"), key -> new AtomicInteger())
                .incrementAndGet();
        return Response.json(Json.object().put("committed", request.pathParameter("number")));
    }

    @Test
    void the_same_requests_meet_the_same_faults_in_any_thread_order() {
        faults("{'seed': 7, 'write': {'500': 100, '429': 100, 'lock': 100, '504-before-commit': 100}}");
        List<String> keys = IntStream.range(0, 300).mapToObj(i -> "C" + i).toList();

        Map<String, Integer> inOrder = statuses(keys, false);
        server.faults().reset();
        Map<String, Integer> inParallel = statuses(keys, true);

        assertThat(inParallel).isEqualTo(inOrder);
        assertThat(inOrder.values()).contains(200, 400, 429, 500, 504);
    }

    @Test
    void each_fault_is_counted_once_for_each_request_it_strikes() {
        faults("{'write': {'500': 200, 'lock': 100}}");

        Map<String, Integer> statuses =
                statuses(IntStream.range(0, 400).mapToObj(i -> "C" + i).toList(), true);

        assertThat(server.faults().count(FaultKind.SERVER_ERROR))
                .isEqualTo(statuses.values().stream().filter(s -> s == 500).count())
                .isBetween(50L, 110L);
        assertThat(server.faults().count(FaultKind.LOCK))
                .isEqualTo(statuses.values().stream().filter(s -> s == 400).count());
        assertThat(commits)
                .hasSize((int) statuses.values().stream().filter(s -> s == 200).count());
    }

    @ParameterizedTest
    @CsvSource({
        "timeout-after-commit, 1",
        "reset-after-commit, 1",
        "reset-before-commit, 0",
        "timeout-before-commit, 0",
    })
    void a_dropped_answer_hides_whether_the_order_was_committed(String kind, int committed) {
        faults("{'holdMillis': 20}");
        order(kind, 1);

        assertThatIOException().isThrownBy(() -> post("C1"));

        assertThat(commits.getOrDefault("C1", new AtomicInteger())).hasValue(committed);
    }

    @ParameterizedTest
    @CsvSource({"504-after-commit, 1", "504-before-commit, 0"})
    void a_gateway_timeout_says_nothing_about_the_commit(String kind, int committed) throws Exception {
        order(kind, 1);

        assertThat(post("C1").statusCode()).isEqualTo(504);
        assertThat(commits.getOrDefault("C1", new AtomicInteger())).hasValue(committed);
    }

    @Test
    void a_late_commit_arrives_after_its_caller_has_given_up() throws Exception {
        faults("{'lateCommitMillisMin': 150, 'lateCommitMillisMax': 300, 'lateCommitAnswer': '504'}");
        order("late-commit", 1);

        assertThat(post("C1").statusCode()).isEqualTo(504);
        assertThat(commits).isEmpty();
        while (server.faults().toJson().path("lateCommitsPending").asInt() > 0) {
            Thread.onSpinWait();
        }
        assertThat(commits.get("C1")).hasValue(1);
    }

    @Test
    void a_held_lock_names_its_holder_until_it_ends_and_does_not_use_up_attempts() throws Exception {
        faults("{'lockSeconds': 1, 'lockUser': 'A. Jones', 'lockWorkstation': 'WS-7'}");
        order("lock", 1);

        assertThat(post("C1").body()).isEqualTo("{\"Message\":\"This record is locked by A. Jones on WS-7.\"}");
        while (post("C1").statusCode() == 400) {
            Thread.onSpinWait();
        }

        assertThat(commits.get("C1")).hasValue(1);
        assertThat(server.faults().count(FaultKind.LOCK)).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({"seconds, [0-9]", "epoch, [0-9]{10}", "http-date, .* GMT"})
    void too_many_requests_says_when_to_come_back_in_the_format_chosen(String format, String pattern) throws Exception {
        faults("{'retryAfterSeconds': 2, 'retryAfterFormat': '" + format + "'}");
        order("429", 1);

        assertThat(post("C1").headers().firstValue("Retry-After").orElse("")).matches(pattern);
    }

    @Test
    void a_fault_ordered_for_a_header_strikes_no_other_caller_and_is_counted_until_it_is_taken_back() throws Exception {
        order("{'kind': '401', 'header': 'X-Company: 34', 'times': 100}");

        assertThat(statusOf("33")).isEqualTo(200);
        assertThat(statusOf("34")).isEqualTo(401);
        assertThat(statusOf("34")).isEqualTo(401);
        HttpResponse<String> taken =
                send(HttpRequest.newBuilder(server.baseUrl().resolve("/control/faults/next"))
                        .DELETE());
        assertThat(Json.parse(taken.body()).get("ordered"))
                .hasToString("[{\"kind\":\"401\",\"key\":\"\",\"header\":\"X-Company: 34\",\"struck\":2}]");
        assertThat(statusOf("34")).isEqualTo(200);
    }

    private int statusOf(String company) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(server.baseUrl().resolve("/orders"))
                        .header("X-Company", company)
                        .GET())
                .statusCode();
    }

    private void order(String json) throws IOException, InterruptedException {
        send(HttpRequest.newBuilder(server.baseUrl().resolve("/control/faults/next"))
                .POST(HttpRequest.BodyPublishers.ofString(json.replace('\'', '"'))));
    }

    @Test
    void control_shows_requests_and_faults_and_resets_them() throws Exception {
        post("C1");
        post("C2");

        assertThat(get("/control/requests").body())
                .isEqualTo("[{\"method\":\"POST\",\"path\":\"/orders/{number}\",\"count\":2}]");
        send(HttpRequest.newBuilder(server.baseUrl().resolve("/control/reset"))
                .POST(HttpRequest.BodyPublishers.noBody()));
        assertThat(get("/control/requests").body()).isEqualTo("[]");
        assertThat(commits).isEmpty();
    }

    @Test
    void a_setting_that_does_not_exist_is_refused() throws Exception {
        HttpResponse<String> answer =
                send(HttpRequest.newBuilder(server.baseUrl().resolve("/control/faults"))
                        .PUT(HttpRequest.BodyPublishers.ofString("{\"write\": {\"explode\": 5}}")));

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("explode");
    }

    private Map<String, Integer> statuses(List<String> keys, boolean parallel) {
        Map<String, Integer> statuses = new ConcurrentHashMap<>();
        List<String> order = new ArrayList<>(keys);
        (parallel ? order.parallelStream() : order.stream()).forEach(key -> {
            try {
                statuses.put(key, post(key).statusCode());
            } catch (IOException | InterruptedException e) {
                throw new IllegalStateException(e);
            }
        });
        return new TreeMap<>(statuses);
    }

    private void faults(String json) {
        server.faults().configure((ObjectNode) Json.parse(json.replace('\'', '"')));
    }

    private void order(String kind, int times) {
        server.faults().order(FaultKind.named(kind).orElseThrow(), "", times);
    }

    private HttpResponse<String> post(String number) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(server.baseUrl().resolve("/orders/" + number))
                .POST(HttpRequest.BodyPublishers.ofString("{}")));
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(server.baseUrl().resolve(path)).GET());
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }
}
