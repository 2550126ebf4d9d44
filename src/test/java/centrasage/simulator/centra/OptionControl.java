package centrasage.simulator.centra;

import centrasage.simulator.centra.state.TenantOptions;
import centrasage.simulator.http.Json;
import centrasage.simulator.http.Refusal;
import centrasage.simulator.http.Request;
import centrasage.simulator.http.Response;
import centrasage.simulator.http.Router;
import centrasage.simulator.trade.Gateway;
import centrasage.simulator.trade.Shop;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.stream.Stream;

/** The part of {@code /control} that decides how this tenant works where tenants differ, or where nobody knows. */
final class OptionControl {
    private static final String REFUND_SIGN = "refundSign";
    private static final String GATEWAYS = "asynchronousGateways";

    private final TenantOptions options;

    OptionControl(TenantOptions options) {
        this.options = options;
    }

    void addTo(Router router) {
        router.on("GET", "/control/tenant", request -> Response.json(options()));
        router.on("PUT", "/control/tenant", this::put);
    }

    /**
     * {@code {"asynchronousCaptures": true, "asynchronousRefunds": true, "asynchronousGateways": {"paypal": true}, "giftCardCaptures":
     * true, "refundSign": "negative", "returnUpdatedAt": true}}, and those of {@link StockOptions}: what is not named stays.
     */
    private Response put(Request request) {
        request.jsonObject().properties().forEach(setting -> put(setting.getKey(), setting.getValue()));
        return Response.json(options());
    }

    private void put(String name, JsonNode value) {
        switch (name) {
            case REFUND_SIGN -> putSign(value.asText());
            case GATEWAYS -> value.properties().forEach(one -> putGateway(one.getKey(), one.getValue()));
            case StockOptions.BELOW_ALLOCATED,
                    StockOptions.UNKNOWN_SKU,
                    StockOptions.BATCH_MAX,
                    StockOptions.TAKES_FREE -> options.stockRules(StockOptions.read(options.stockRules(), name, value));
            default -> options.set(option(name), truth(name, value));
        }
    }

    private void putSign(String sign) {
        if (!sign.equals("positive") && !sign.equals("negative")) {
            throw badRequest(REFUND_SIGN + ": must be positive or negative");
        }
        options.set(TenantOptions.Option.NEGATIVE_REFUNDS, sign.equals("negative"));
    }

    private void putGateway(String uri, JsonNode value) {
        if (Shop.GATEWAYS.stream().noneMatch(gateway -> gateway.uri().equals(uri))) {
            throw badRequest(GATEWAYS + ": no gateway " + uri);
        }
        options.asynchronous(uri, truth(GATEWAYS, value));
    }

    private static TenantOptions.Option option(String name) {
        return Stream.of(TenantOptions.Option.values())
                .filter(option -> option.wireName().equals(name))
                .findFirst()
                .orElseThrow(() -> badRequest(name + ": no such option"));
    }

    private static boolean truth(String name, JsonNode value) {
        if (!value.isBoolean()) {
            throw badRequest(name + ": must be true or false");
        }
        return value.booleanValue();
    }

    private ObjectNode options() {
        ObjectNode json = Json.object();
        for (TenantOptions.Option option : TenantOptions.Option.values()) {
            if (option != TenantOptions.Option.NEGATIVE_REFUNDS) {
                json.put(option.wireName(), options.is(option));
            }
        }
        json.put(REFUND_SIGN, options.is(TenantOptions.Option.NEGATIVE_REFUNDS) ? "negative" : "positive");
        ObjectNode gateways = json.putObject(GATEWAYS);
        for (Gateway gateway : Shop.GATEWAYS) {
            gateways.put(gateway.uri(), options.isAsynchronous(gateway));
        }
        StockOptions.write(options.stockRules(), json);
        return json;
    }

    private static Refusal badRequest(String message) {
        return new Refusal(Response.message(400, message));
    }
}
