package centrasage.story;

import centrasage.simulator.Simulators;
import centrasage.simulator.audit.CreditAudit;
import centrasage.simulator.audit.DespatchAudit;
import centrasage.simulator.audit.GoodsAudit;
import centrasage.simulator.audit.InvoiceAudit;
import centrasage.simulator.audit.LedgerAudit;
import centrasage.simulator.audit.MoneyAudit;
import centrasage.simulator.audit.OrderAudit;
import centrasage.simulator.audit.StockAudit;
import centrasage.simulator.http.Json;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Both simulators with a day's trade, and a folder for the application that stands between them. */
public final class World implements AutoCloseable {
    private final Simulators simulators;
    private final Path folder;
    private final HttpClient http = HttpClient.newHttpClient();

    private World(Simulators simulators, Path folder) {
        this.simulators = simulators;
        this.folder = folder;
    }

    /** A new world in an empty folder; what was there before is gone. */
    public static World begin(Path folder, long seed, LocalDate day, int orders) {
        return begin(folder, seed, day, orders, "{}");
    }

    /** @param sage options of its site, such as {@code {"database": true}} */
    public static World begin(Path folder, long seed, LocalDate day, int orders, String sage) {
        try {
            Path home = folder.toAbsolutePath();
            empty(home);
            Simulators simulators = Simulators.start(0, 0, seed, (ObjectNode) Json.parse(sage));
            simulators.trade(day, orders);
            simulators.loadCatalogue(seed);
            return new World(simulators, home);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static void empty(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
        Files.createDirectories(folder);
    }

    /** Settings for an application between the two, with the mappings that fit this Sage site. */
    public Map<String, String> settings() {
        String rounding = rounding();
        Path mappings = folder.resolve("mappings");
        if (!Files.exists(mappings)) {
            Mappings.in(mappings, rounding);
        }
        return RunningApplication.settings(
                folder, simulators.centra().baseUrl(), simulators.sage().baseUrl(), mappings);
    }

    /** How Sage's company rounds VAT. */
    String rounding() {
        return sage("/control/site").get("options").get("rounding").asText();
    }

    public Simulators simulators() {
        return simulators;
    }

    public Path folder() {
        return folder;
    }

    /** What the simulators hold, compared by their own accounts. */
    public OrderAudit.Result audit() {
        return looked(() ->
                new OrderAudit(simulators.centra().baseUrl(), simulators.sage().baseUrl()).check());
    }

    /** What was shipped and what was despatched, compared by their own accounts. */
    public DespatchAudit.Result despatchAudit() {
        return despatchAudit(Set.of());
    }

    /** @param sageWarehouses those that despatch in Sage, by their names in Centra */
    public DespatchAudit.Result despatchAudit(Set<String> sageWarehouses) {
        return despatchAudit(Set.of(), sageWarehouses);
    }

    /** @param decided what the site has decided to post, as {@link OrderAudit} takes it */
    public DespatchAudit.Result despatchAudit(Set<String> decided, Set<String> sageWarehouses) {
        return looked(() -> new DespatchAudit(
                        simulators.centra().baseUrl(), simulators.sage().baseUrl(), decided, sageWarehouses)
                .check());
    }

    /** What is still ordered and what is to be delivered, compared by their own accounts. */
    public GoodsAudit.Result goodsAudit() {
        return looked(() ->
                new GoodsAudit(simulators.centra().baseUrl(), simulators.sage().baseUrl(), Mappings.PRODUCTS).check());
    }

    /** What was taken and given back, and what was posted of it, compared by their own accounts. */
    public MoneyAudit.Result moneyAudit() {
        return moneyAudit(Set.of());
    }

    /** @param decided what the site has decided to post, as {@link OrderAudit} takes it */
    public MoneyAudit.Result moneyAudit(Set<String> decided) {
        return looked(() ->
                new MoneyAudit(simulators.centra().baseUrl(), simulators.sage().baseUrl(), decided).check());
    }

    /** What Centra sells and what Sage has, compared by their own accounts; of all SKUs where none is named. */
    public StockAudit.Result stockAudit(Set<String> skus) {
        return looked(() ->
                new StockAudit(simulators.centra().baseUrl(), simulators.sage().baseUrl(), "Main", "WEB").check(skus));
    }

    /** The customer accounts, by their own account. */
    public LedgerAudit.Result ledgerAudit() {
        return looked(() -> new LedgerAudit(simulators.sage().baseUrl()).check());
    }

    /** What was shipped and what was invoiced of it, compared by their own accounts. */
    public InvoiceAudit.Result invoiceAudit() {
        return looked(() -> new InvoiceAudit(
                        simulators.centra().baseUrl(), simulators.sage().baseUrl())
                .check());
    }

    /** What came back and what was credited, compared by their own accounts. */
    public CreditAudit.Result creditAudit() {
        return creditAudit(Set.of());
    }

    /** @param decided what the site has decided to post, as {@link OrderAudit} takes it */
    public CreditAudit.Result creditAudit(Set<String> decided) {
        return looked(() ->
                new CreditAudit(simulators.centra().baseUrl(), simulators.sage().baseUrl(), decided).check());
    }

    private interface Look<T> {
        T look() throws IOException, InterruptedException;
    }

    private static <T> T looked(Look<T> audit) {
        try {
            return audit.look();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** The days of a period after its first, so many orders each. */
    public void trade(LocalDate first, int days, int ordersADay, long seed) {
        for (int day = 1; day < days; day++) {
            centra(
                    "POST",
                    "/control/trade",
                    "{\"date\": \"%s\", \"orders\": %d, \"seed\": %d}"
                            .formatted(first.plusDays(day), ordersADay, seed + day));
        }
    }

    /** So much of everything that the shop sells that no parcel waits for goods. */
    public void fillTheShelves() {
        for (JsonNode product : sage("/control/tables/products")) {
            sage(
                    "PUT",
                    "/control/stock",
                    Json.object()
                            .put("product", product.get("code").asText())
                            .put("freeStock", 100_000)
                            .toString());
        }
    }

    /** A posted order that Centra has not shipped yet. */
    public String unshipped(Api api) {
        return api.all("/api/postings?kind=ORDER&state=POSTED&limit=200").stream()
                .map(posting -> posting.get("source").asText())
                .filter(number -> centra("GET", "/control/orders/" + number, "")
                        .at("/facts/status")
                        .asText()
                        .equals("CONFIRMED"))
                .findFirst()
                .orElseThrow();
    }

    /** The id in Sage of the order of this number; empty while it is not there. */
    public Optional<Long> inSage(String number) {
        for (JsonNode order : sage("/control/orders")) {
            if (order.path("customer_document_no").asText().equals("C" + number)) {
                return Optional.of(order.get("id").asLong());
            }
        }
        return Optional.empty();
    }

    /** Reads from Sage's control API. */
    public JsonNode sage(String path) {
        return call("GET", simulators.sage().baseUrl().resolve(path), "");
    }

    /** Acts through Sage's control API. */
    public JsonNode sage(String method, String path, String body) {
        return call(method, simulators.sage().baseUrl().resolve(path), body);
    }

    /** Acts through Centra's control API. */
    public JsonNode centra(String method, String path, String body) {
        return call(method, simulators.centra().baseUrl().resolve(path), body);
    }

    private JsonNode call(String method, URI address, String body) {
        HttpRequest request = HttpRequest.newBuilder(address)
                .header("Content-Type", "application/json")
                .method(method, HttpRequest.BodyPublishers.ofString(body))
                .build();
        try {
            HttpResponse<String> response = sent(request);
            if (response.statusCode() / 100 != 2) {
                throw new AssertionError(address + " answered " + response.statusCode() + ": " + response.body());
            }
            return response.body().isBlank() ? Json.object() : Json.mapper().readTree(response.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** On a busy machine the connection that was kept may be gone by now; whatever may be said twice is said again. */
    private HttpResponse<String> sent(HttpRequest request) throws IOException, InterruptedException {
        try {
            return http.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            if (request.method().equals("POST")) {
                throw e;
            }
            return http.send(request, HttpResponse.BodyHandlers.ofString());
        }
    }

    @Override
    public void close() {
        simulators.close();
    }
}
