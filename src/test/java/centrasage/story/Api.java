package centrasage.story;

import centrasage.simulator.http.Json;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The application's REST API, as an operator's script uses it. */
public final class Api {
    private static final Set<String> UNFINISHED =
            Set.of("PLANNED", "WAITING", "SENDING", "IN_DOUBT", "LOCKED", "PARKED");

    private static final Set<String> UNDER_WAY = Set.of("PLANNED", "SENDING", "IN_DOUBT", "LOCKED");

    private static final Duration ANSWER = Duration.ofSeconds(30);

    private final HttpClient http = HttpClient.newHttpClient();
    private final URI base;

    Api(URI base) {
        this.base = base;
    }

    public JsonNode get(String path) {
        return json(send(request(path).GET().build()));
    }

    /** Empty while it is answered by a failure, as it is for some seconds while a database is away. */
    public Optional<JsonNode> find(String path) {
        HttpResponse<String> response = send(request(path).GET().build());
        return response.statusCode() == 200 ? Optional.of(json(response)) : Optional.empty();
    }

    /** The items of all pages of a list. */
    public List<JsonNode> all(String path) {
        List<JsonNode> items = new ArrayList<>();
        JsonNode page = get(path);
        page.get("items").forEach(items::add);
        while (page.hasNonNull("next")) {
            page = get(page.get("next").asText());
            page.get("items").forEach(items::add);
        }
        return items;
    }

    /** What is no JSON, such as the metrics. */
    public String text(String path) {
        return send(request(path).GET().build()).body();
    }

    public HttpResponse<String> post(String path, String body) {
        return send(request(path)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build());
    }

    public HttpResponse<String> put(String path, String body) {
        return send(request(path)
                .header("Content-Type", "application/json")
                .PUT(HttpRequest.BodyPublishers.ofString(body))
                .build());
    }

    /** Makes an account whose owner has chosen this password already. */
    public void account(String name, String role, String password) {
        String first = "first-" + password;
        HttpResponse<String> made =
                put("/api/users/" + name, "{\"password\": \"" + first + "\", \"roles\": [\"" + role + "\"]}");
        HttpResponse<String> chosen = send(request("/api/password", name, first)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(
                        "{\"old\": \"" + first + "\", \"new\": \"" + password + "\"}"))
                .build());
        if (made.statusCode() / 100 != 2 || chosen.statusCode() / 100 != 2) {
            throw new AssertionError(made.body() + chosen.body());
        }
    }

    private HttpRequest.Builder request(String path) {
        return request(path, "admin", RunningApplication.ADMIN_PASSWORD);
    }

    private HttpRequest.Builder request(String path, String name, String password) {
        byte[] pair = (name + ":" + password).getBytes(StandardCharsets.UTF_8);
        return HttpRequest.newBuilder(base.resolve(path))
                .header("Authorization", "Basic " + Base64.getEncoder().encodeToString(pair));
    }

    private HttpResponse<String> send(HttpRequest request) {
        try {
            return http.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** What was answered, which must be no failure. */
    JsonNode json(HttpResponse<String> response) {
        if (response.statusCode() / 100 != 2) {
            throw new AssertionError(response.uri() + " answered " + response.statusCode() + ": " + response.body());
        }
        try {
            return Json.mapper().readTree(response.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** How many orders are in this state, in every currency. */
    public long count(String state) {
        return count("postings", Set.of(state));
    }

    /** How many despatches are in this state. */
    public long despatches(String state) {
        return count("despatches", Set.of(state));
    }

    /** How many despatches are under way, or would be but for a lock. */
    public long despatching() {
        return count("despatches", UNDER_WAY);
    }

    /** How many ledger invoices are under way. */
    public long invoicing() {
        return count("ledgerInvoices", UNDER_WAY);
    }

    /** How many amendments of orders are in this state. */
    public long amendments(String state) {
        return count("amendments", Set.of(state));
    }

    /** How many penny credits and invoices are posted. */
    public long pennies() {
        return count("pennies", Set.of("POSTED"));
    }

    /** How many receipts, credits, refunds, pennies and allocations are under way. */
    public long receiving() {
        return Stream.of("receipts", "credits", "refunds", "giftCards", "pennies", "allocations")
                .mapToLong(of -> count(of, UNDER_WAY))
                .sum();
    }

    /** What is said to be open of each entry of the customer accounts, by company and urn. */
    public Map<String, BigDecimal> openItems() {
        Map<String, BigDecimal> open = new TreeMap<>();
        all("/api/open-items?limit=200")
                .forEach(item -> open.put(
                        item.get("company").asText() + "/" + item.get("urn").asText(),
                        new BigDecimal(item.get("open").get("amount").asText())));
        return open;
    }

    /** Whether nothing is under way but parcels of this order: what waits behind a lock is. */
    public boolean isDespatchingOnly(String order) {
        return UNDER_WAY.stream()
                .allMatch(state -> despatches(state) == 0
                        || all("/api/postings?kind=DESPATCH&limit=200&state=" + state).stream()
                                .allMatch(posting ->
                                        posting.get("source").asText().startsWith(order + "-")));
    }

    /** How many postings still need work, orders and all that follows from them. */
    public long unfinished() {
        return Stream.of(
                        "postings",
                        "amendments",
                        "despatches",
                        "tracking",
                        "ledgerInvoices",
                        "receipts",
                        "credits",
                        "refunds",
                        "giftCards",
                        "pennies",
                        "allocations",
                        "centraSteps")
                .mapToLong(of -> count(of, UNFINISHED))
                .sum();
    }

    /** How many of these are orders. */
    public long unfinishedOrders() {
        return count("postings", UNFINISHED);
    }

    private long count(String of, Set<String> states) {
        long count = 0;
        for (JsonNode row : get("/api/status").get(of)) {
            count += states.contains(row.get("state").asText())
                    ? row.get("count").asLong()
                    : 0;
        }
        return count;
    }

    /** Runs a job: waits for a run that began after this call to end, and returns it. */
    public JsonNode runToEnd(String job, Duration limit) throws InterruptedException {
        long before = latest(job).path("id").asLong();
        Await.until(job + " to run", limit, () -> {
            JsonNode latest = latest(job);
            if (latest.path("id").asLong() > before) {
                return !latest.path("ended").isMissingNode()
                        && !latest.path("ended").isNull();
            }
            run(job);
            return false;
        });
        return latest(job);
    }

    /**
     * Asked again where it fails: H2, served to two nodes, cannot list its sessions in the moment in which one of them dies, and is asked for
     * that by the pool whenever the batch runtime gives a connection back.
     */
    private JsonNode latest(String job) throws InterruptedException {
        List<JsonNode> answer = new ArrayList<>();
        Await.until(
                "the runs of " + job,
                ANSWER,
                () -> find("/api/jobs/" + job + "/runs").map(answer::add).orElse(false));
        return answer.get(0).path("items").path(0);
    }

    /** Starts a job, or finds it running already. */
    public void run(String job) {
        int status = post("/api/jobs/" + job + "/runs", "{}").statusCode();
        if (status != 202 && status != 409) {
            throw new AssertionError("starting " + job + " answered " + status);
        }
    }
}
