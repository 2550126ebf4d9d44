package centrasage.stock.publish;

import centrasage.flow.OrderName;
import centrasage.simulator.centra.CentraClient;
import centrasage.simulator.centra.CentraOptions;
import centrasage.simulator.centra.CentraSimulator;
import centrasage.simulator.http.Json;
import centrasage.simulator.sage200.SageSimulator;
import centrasage.sync.staging.Received;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Instant;
import java.util.List;

/** Both simulators, the store between them, and stock-to-centra without its job. */
final class StockWorld extends StockSide implements AutoCloseable {
    final SageSimulator sage;
    final CentraSimulator centra;
    final CentraClient client;

    private StockWorld(SageSimulator sage, CentraSimulator centra) {
        super(sage.baseUrl(), centra.baseUrl());
        this.sage = sage;
        this.centra = centra;
        this.client = new CentraClient(centra.baseUrl());
    }

    static StockWorld start() {
        try {
            return new StockWorld(
                    SageSimulator.start(0, 7, (ObjectNode) Json.parse("{}")),
                    CentraSimulator.start(CentraOptions.of(0, 7)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** An order is collected as Centra has it. */
    void collect(int number) {
        JsonNode order = client.data("{orders(where: {number: " + number + "}) {number status createdAt lines"
                        + " {__typename quantity productSize {SKU}}}}")
                .findPath("orders")
                .path(0);
        store.staging()
                .stage(
                        OrderName.DOCUMENT,
                        List.of(new Received(
                                Integer.toString(number), OrderName.of(number), Instant.now(), order.toString())),
                        store.staging().readingBegins());
    }

    /** Shoppers buy one piece each. */
    JsonNode buy(String sku, int orders) {
        return client.control("POST", "buy", "{'sku': '" + sku + "', 'quantity': 1, 'orders': " + orders + "}");
    }

    void hasInCentra(String... skus) {
        client.control("POST", "sizes", "{'skus': ['" + String.join("','", skus) + "']}");
    }

    /** So many are free in Sage. */
    void inSage(String product, int free) {
        inSage(product, free, "STOCK");
    }

    /** So many are free in Sage, of a product of this group. */
    void inSage(String product, int free, String group) {
        sage(
                "POST",
                "products",
                "[{\"code\": \"%s\", \"freeStock\": %d, \"group\": \"%s\"}]".formatted(product, free, group));
    }

    void free(String product, String free) {
        sage("PUT", "stock", "{\"product\": \"" + product + "\", \"freeStock\": " + free + "}");
    }

    /** Somebody gives the product another code. */
    void renamed(String product, String as) {
        sage(
                "PUT",
                "tables/products",
                "{\"where\": {\"code\": \"%s\"}, \"set\": {\"code\": \"%s\"}}".formatted(product, as));
    }

    /** Sage has no stock record of the product in the warehouse any more. */
    void takenAway(String product) {
        sage(
                "PUT",
                "tables/warehouse_holdings",
                "{\"where\": {\"product_id\": %d, \"warehouse_name\": \"%s\"}, \"set\": {\"warehouse_id\": 999999, \"warehouse_name\": \"GONE\"}}"
                        .formatted(id(product), SAGE));
    }

    /** Its holding has this for what is in stock, which is no number. */
    void unreadable(String product, String inStock) {
        long id = id(product);
        sage(
                "PUT",
                "tables/warehouse_holdings",
                "{\"where\": {\"product_id\": %d, \"warehouse_name\": \"%s\"}, \"set\": {\"quantity_in_stock\": %s}}"
                        .formatted(id, SAGE, inStock));
    }

    private long id(String product) {
        for (JsonNode row : sage("GET", "tables/products", "")) {
            if (row.path("code").asText().equals(product)) {
                return row.path("id").asLong();
            }
        }
        throw new AssertionError("Sage has no product " + product);
    }

    JsonNode sage(String method, String path, String body) {
        try {
            HttpRequest request = HttpRequest.newBuilder(URI.create(sage.baseUrl() + "/control/" + path))
                    .method(
                            method,
                            body.isEmpty()
                                    ? HttpRequest.BodyPublishers.noBody()
                                    : HttpRequest.BodyPublishers.ofString(body))
                    .build();
            return Json.parse(HttpClient.newHttpClient()
                    .send(request, BodyHandlers.ofString())
                    .body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** What Centra still sells of it. */
    int free(String sku) {
        for (JsonNode row : client.control("GET", "stock?warehouse=" + CENTRA, "")) {
            if (row.path("sku").asText().equals(sku)) {
                return row.path("free").asInt();
            }
        }
        return Integer.MIN_VALUE;
    }

    int told() {
        return client.control("GET", "stock/history", "").size();
    }

    @Override
    public void close() {
        centra.close();
        sage.close();
    }
}
