package centrasage.simulator.centra;

import centrasage.simulator.centra.state.CentraState;
import centrasage.simulator.http.Json;
import centrasage.simulator.http.Refusal;
import centrasage.simulator.http.Request;
import centrasage.simulator.http.Response;
import centrasage.simulator.http.Router;
import centrasage.simulator.trade.CatalogueItem;
import centrasage.simulator.trade.Mix;
import centrasage.simulator.trade.OrderKind;
import centrasage.simulator.trade.Shop;
import centrasage.simulator.trade.TradeGenerator;
import centrasage.simulator.trade.TradeOrder;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The part of {@code /control} that plays the shop's customers. */
final class TradeControl {
    private static final int ORDERS_MAX = 100_000;

    private final CentraState state;
    private final long defaultSeed;

    TradeControl(CentraState state, long defaultSeed) {
        this.state = state;
        this.defaultSeed = defaultSeed;
    }

    void addTo(Router router) {
        router.on("POST", "/control/trade", this::trade);
        router.on("GET", "/control/catalogue", this::catalogue);
    }

    /** {@code {"date": "2026-11-20", "orders": 500, "seed": 7, "mix": {"PLAIN": 1}}}, all of it optional; {@code "negativeDiscounts": true}. */
    private Response trade(Request request) {
        ObjectNode body = request.jsonObject();
        int count = body.path("orders").asInt(500);
        if (count < 1 || count > ORDERS_MAX) {
            throw badRequest("orders: must be 1 to " + ORDERS_MAX);
        }
        TradeGenerator generator = generator(body);
        int first = body.path("firstNumber").asInt(state.nextNumber(TradeGenerator.FIRST_NUMBER));
        List<TradeOrder> orders = generator.day(day(body), count, mix(body.path("mix")), first);
        state.place(orders);
        return Response.json(summary(orders));
    }

    private TradeGenerator generator(ObjectNode body) {
        TradeGenerator generator = new TradeGenerator(body.path("seed").asLong(defaultSeed));
        return body.path("negativeDiscounts").asBoolean() ? generator.withNegativeDiscounts() : generator;
    }

    private LocalDate day(ObjectNode body) {
        if (!body.has("date")) {
            return state.now().atZone(Shop.ZONE).toLocalDate().minusDays(1);
        }
        try {
            return LocalDate.parse(body.path("date").asText());
        } catch (DateTimeException e) {
            throw badRequest("date: must be like 2026-11-20");
        }
    }

    private static Mix mix(JsonNode weights) {
        if (weights.isMissingNode()) {
            return Mix.usual();
        }
        if (weights.asText().equals("ledger")) {
            return Mix.ledger();
        }
        Map<OrderKind, Integer> mix = new EnumMap<>(OrderKind.class);
        try {
            weights.properties()
                    .forEach(weight -> mix.put(
                            OrderKind.valueOf(weight.getKey()),
                            weight.getValue().asInt()));
            return new Mix(mix);
        } catch (IllegalArgumentException e) {
            throw badRequest("mix: " + e.getMessage());
        }
    }

    private static ObjectNode summary(List<TradeOrder> orders) {
        Map<String, Integer> kinds = new TreeMap<>();
        orders.forEach(order -> kinds.merge(order.kind().name(), 1, Integer::sum));
        ObjectNode json = Json.object();
        json.put("orders", orders.size());
        json.put("firstNumber", orders.get(0).number());
        json.put("lastNumber", orders.get(orders.size() - 1).number());
        json.set("kinds", Json.mapper().valueToTree(kinds));
        return json;
    }

    /** In the form in which the simulated Sage takes products. */
    private Response catalogue(Request request) {
        ArrayNode items = Json.array();
        for (CatalogueItem item : new TradeGenerator(defaultSeed).catalogue()) {
            items.addObject().put("code", item.code()).put("name", item.name()).put("freeStock", item.freeStock());
        }
        return Response.json(items);
    }

    private static Refusal badRequest(String message) {
        return new Refusal(Response.message(400, message));
    }
}
