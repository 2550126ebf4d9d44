package centrasage.centra.client;

import centrasage.centra.client.wire.CentraGraphQl;
import centrasage.centra.client.wire.CentraSettings;
import centrasage.flow.TargetUnavailable;
import centrasage.simulator.centra.CentraOptions;
import centrasage.simulator.centra.CentraSimulator;
import centrasage.simulator.http.Json;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A Centra whose customers send goods back, read by the clients as the container would make them. */
public final class SimulatedReturns implements AutoCloseable {
    private static final int PAGE = 100;

    private final CentraSimulator centra;
    private final CentraGraphQl graphQl;

    private SimulatedReturns(CentraSimulator centra) {
        this.centra = centra;
        TestTime time = new TestTime();
        this.graphQl = new CentraGraphQl(
                new CentraSettings(
                        centra.baseUrl(), CentraOptions.DEFAULT_TOKEN, Duration.ofSeconds(5), Duration.ofSeconds(30)),
                time,
                time);
    }

    /** Without any trade yet, by this clock. */
    public static SimulatedReturns start(Clock clock) throws IOException {
        return new SimulatedReturns(CentraSimulator.start(CentraOptions.of(0, 7).withClock(clock)));
    }

    /** A day's trade that was sent, and much of which came back. */
    public static SimulatedReturns ofADay(LocalDate day, int orders, int seed)
            throws IOException, InterruptedException {
        SimulatedReturns simulated = new SimulatedReturns(CentraSimulator.start(CentraOptions.of(0, seed)));
        simulated.centra.trade(day, orders);
        simulated.control("POST", "shipments/all", "{\"seed\": " + seed + ", \"split\": 20, \"part\": 10}");
        for (int round = 0; round < 2; round++) {
            simulated.control(
                    "POST",
                    "returns/all",
                    "{\"seed\": " + (seed + round) + ", \"share\": 70, \"part\": 50, \"complete\": 95, \"refund\": 80,"
                            + " \"goodwill\": 5, \"exchange\": 10, \"shipping\": 50, \"returnCost\": 30}");
        }
        return simulated;
    }

    public CentraSimulator simulator() {
        return centra;
    }

    public CentraReturns client(int pageSize) {
        return new CentraReturns(graphQl, pageSize);
    }

    public CentraPayments payments(int pageSize) {
        return new CentraPayments(graphQl, pageSize);
    }

    /** The texts of all orders. */
    public List<String> orders() throws TargetUnavailable {
        List<String> texts = new ArrayList<>();
        CentraOrders orders = new CentraOrders(graphQl, PAGE);
        @Nullable String cursor = null;
        OrderPage page;
        do {
            page = orders.page(Instant.EPOCH, cursor);
            page.orders().forEach(order -> texts.add(order.text()));
            cursor = page.endCursor();
        } while (page.hasNextPage());
        return texts;
    }

    /** The texts of all returns. */
    public List<String> returns() throws TargetUnavailable {
        List<String> texts = new ArrayList<>();
        @Nullable String cursor = null;
        ReturnPage page;
        do {
            page = client(PAGE).page(Instant.EPOCH, cursor);
            page.returns().forEach(made -> texts.add(made.text()));
            cursor = page.endCursor();
        } while (page.hasNextPage());
        return texts;
    }

    /** What the simulator itself says of its returns, by id. */
    public Map<Long, JsonNode> truths() throws IOException, InterruptedException {
        Map<Long, JsonNode> truths = new HashMap<>();
        control("GET", "returns", "").forEach(row -> truths.put(row.path("id").asLong(), row));
        return truths;
    }

    /** As an integration of somebody else's, or staff, does it. */
    public void mutate(String mutation) throws IOException, InterruptedException {
        String query = Json.object()
                .put("query", "mutation {done: " + mutation + " {userErrors {message}}}")
                .toString();
        HttpRequest request = HttpRequest.newBuilder(URI.create(centra.baseUrl() + "/graphql"))
                .header("Content-Type", "application/json")
                .header("Authorization", "Bearer " + CentraOptions.DEFAULT_TOKEN)
                .POST(HttpRequest.BodyPublishers.ofString(query))
                .build();
        HttpResponse<String> answer = HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
        JsonNode errors = Json.parse(answer.body()).path("data").path("done").path("userErrors");
        if (!errors.isArray() || !errors.isEmpty()) {
            throw new AssertionError(answer.body());
        }
    }

    public JsonNode control(String method, String path, String body) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(centra.baseUrl() + "/control/" + path))
                .method(method, HttpRequest.BodyPublishers.ofString(body))
                .build();
        HttpResponse<String> answer = HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() >= 300) {
            throw new AssertionError(answer.statusCode() + " " + answer.body());
        }
        return Json.parse(answer.body());
    }

    @Override
    public void close() {
        centra.close();
    }
}
