package centrasage.simulator.centra.stocking;

import centrasage.simulator.centra.shipment.Warehouse;
import centrasage.simulator.centra.state.CentraState;
import centrasage.simulator.centra.stock.Level;
import centrasage.simulator.centra.stock.Place;
import centrasage.simulator.centra.stock.ProductSize;
import centrasage.simulator.centra.stock.StockRow;
import centrasage.simulator.centra.stock.StockSet;
import centrasage.simulator.http.Json;
import centrasage.simulator.http.Refusal;
import centrasage.simulator.http.Request;
import centrasage.simulator.http.Response;
import centrasage.simulator.http.Router;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** The part of {@code /control} that plays whoever counts the goods, sets up product sizes, or comes for a flash sale. */
public final class StockControl {
    private static final int AT_ONCE_MAX = 1_000_000;
    private static final int ORDERS_MAX = 100_000;

    private final CentraState state;
    private final Shoppers shoppers;

    /** @param seed of what the shoppers of a flash sale pay and where they live */
    public StockControl(CentraState state, long seed) {
        this.state = state;
        this.shoppers = new Shoppers(state, seed);
    }

    public void addTo(Router router) {
        router.on("GET", "/control/stock", this::all);
        router.on("PUT", "/control/stock", this::count);
        router.on("GET", "/control/stock/history", request -> history());
        router.on("GET", "/control/stock/oversold", request -> oversold());
        router.on("POST", "/control/sizes", this::addSizes);
        router.on("DELETE", "/control/sizes/{sku}", this::removeSize);
        router.on("POST", "/control/buy", this::buy);
    }

    /** With {@code ?warehouse=Main}, which may be left out: {@code [{"sku", "physical", "allocated", "free"}]}. */
    private Response all(Request request) {
        String name = request.query().getOrDefault("warehouse", Warehouse.MAIN.name());
        List<StockRow> rows = state.withStock(
                stock -> stock.rows(Warehouse.named(name), stock.sizes().all()));
        ArrayNode json = Json.array();
        rows.forEach(row -> json.add(StockDump.write(row.size().sku(), row.level())));
        return Response.json(json);
    }

    /** {@code {"warehouse": "Main", "sku": "X", "physical": 5}}: a person, or another system, counted. */
    private Response count(Request request) {
        ObjectNode body = request.jsonObject();
        ProductSize size = size(body.path("sku").asText());
        int physical = number(body, "physical", -1, 0, Integer.MAX_VALUE);
        Place place = new Place(warehouse(body), size.sku());
        Level after = state.withStock(stock -> {
            stock.count(place, physical);
            return stock.level(place);
        });
        return Response.json(StockDump.write(size.sku(), after));
    }

    /** Every row that {@code setStock} ever set, in order. */
    private Response history() {
        List<StockSet> rows = state.withStock(stock -> stock.history().toList());
        ArrayNode json = Json.array();
        rows.forEach(row -> json.add(StockDump.write(row)));
        return Response.json(json);
    }

    /**
     * {@code {"now": [{"warehouse", "sku", "units"}], "highest": [...]}}: units that orders keep beyond those that are there, now and
     * at the worst of the moments when an order was placed. Where nothing was ever counted there is no saying.
     */
    private Response oversold() {
        return Response.json(state.withStock(stock -> {
            ObjectNode json = Json.object();
            json.set("now", StockDump.write(stock.oversold()));
            json.set("highest", StockDump.write(stock.highestOversold()));
            return json;
        }));
    }

    /** {@code {"skus": ["A", "B"]}}, or {@code {"count": 100000, "prefix": "BENCH-"}} for {@code BENCH-1} and so on. */
    private Response addSizes(Request request) {
        ObjectNode body = request.jsonObject();
        List<String> skus = new ArrayList<>();
        body.path("skus").forEach(sku -> skus.add(sku.asText()));
        String prefix = body.path("prefix").asText("SIZE-");
        IntStream.rangeClosed(1, number(body, "count", 0, 0, AT_ONCE_MAX)).forEach(i -> skus.add(prefix + i));
        return Response.json(201, state.withStock(stock -> {
            skus.forEach(sku -> stock.sizes().add(sku, state.now()));
            return Json.object().put("sizes", stock.sizes().all().size());
        }));
    }

    private Response removeSize(Request request) {
        String sku = request.pathParameter("sku");
        if (!state.withStock(stock -> stock.sizes().remove(sku))) {
            throw new Refusal(Response.message(404, "no product size " + sku));
        }
        return Response.json(Json.object());
    }

    /**
     * {@code {"sku": "X", "quantity": 1, "orders": 5, "warehouse": "Main"}}: so many shoppers, one after the other, as long as there is
     * enough free to allocate for the next. All but the SKU may be left out.
     */
    private Response buy(Request request) {
        ObjectNode body = request.jsonObject();
        ProductSize size = size(body.path("sku").asText());
        int quantity = number(body, "quantity", 1, 1, ORDERS_MAX);
        int wished = number(body, "orders", 1, 1, ORDERS_MAX);
        List<Integer> numbers = shoppers.buy(size, new Place(warehouse(body), size.sku()), quantity, wished);
        ObjectNode json = Json.object().put("placed", numbers.size()).put("refused", wished - numbers.size());
        json.set("numbers", Json.mapper().valueToTree(numbers));
        return Response.json(json);
    }

    private static Warehouse warehouse(ObjectNode body) {
        return Warehouse.named(body.path("warehouse").asText(Warehouse.MAIN.name()));
    }

    private ProductSize size(String sku) {
        return state.withStock(stock -> Optional.ofNullable(stock.sizes().ofSku(sku)))
                .orElseThrow(() -> new Refusal(Response.message(404, "no product size " + sku)));
    }

    private static int number(ObjectNode body, String field, int otherwise, int least, int most) {
        int number = body.path(field).asInt(otherwise);
        if (number < least || number > most) {
            throw new Refusal(Response.message(400, field + ": must be " + least + " to " + most));
        }
        return number;
    }
}
