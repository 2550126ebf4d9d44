package centrasage.centra.client.wire;

import centrasage.centra.client.quota.Rank;
import centrasage.flow.event.SideHeard;
import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/**
 * A GraphQL document of ours: one file of {@code src/main/resources/graphql}, with one operation.
 *
 * @param operation the name of the operation, by which Centra's support finds it in their logs
 * @param part the part of Centra that it needs and others do not; empty for what everything needs
 * @param rank who goes first where the shop's quota is short
 */
public record Query(String operation, String text, String part, Rank rank) {
    private static final Pattern MUTATION = Pattern.compile("(?m)^mutation\\b");
    private static final String QUEUE = "event queue";
    private static final String WRITE_BACK = "write-back";

    public static final Query ORDERS = of("orders", "orders.graphql", "", Rank.ORDERS);
    public static final Query ORDER_COUNT = of("orderCount", "order-count.graphql", "", Rank.ORDERS);
    public static final Query EVENTS = of("events", "events.graphql", QUEUE, Rank.ORDERS);
    public static final Query LISTEN = of("setEventListeners", "listen.graphql", QUEUE, Rank.ORDERS);
    public static final Query CONFIRM_EVENTS = of("confirmEvents", "confirm-events.graphql", QUEUE, Rank.ORDERS);

    public static final Query PAYMENTS = of("payments", "payments.graphql", SideHeard.PAYMENTS, Rank.ORDERS);
    public static final Query RETURNS = of("returns", "returns.graphql", SideHeard.RETURNS, Rank.ORDERS);
    public static final Query SHIPMENTS = of("shipments", "shipments.graphql", SideHeard.SHIPMENTS, Rank.ORDERS);
    public static final Query ORDER_SHIPMENTS =
            of("orderShipments", "order-shipments.graphql", SideHeard.SHIPMENTS, Rank.SHIPPING);
    public static final Query CREATE_SHIPMENT =
            of("createShipment", "create-shipment.graphql", SideHeard.SHIPPING, Rank.SHIPPING);
    public static final Query RELEASE_SHIPMENT =
            of("updateShipment", "release-shipment.graphql", SideHeard.SHIPPING, Rank.SHIPPING);
    public static final Query CAPTURE_SHIPMENT =
            of("captureShipment", "capture-shipment.graphql", SideHeard.SHIPPING, Rank.SHIPPING);
    public static final Query COMPLETE_SHIPMENT =
            of("completeShipment", "complete-shipment.graphql", SideHeard.SHIPPING, Rank.SHIPPING);
    public static final Query WAREHOUSES = of("warehouses", "warehouses.graphql", SideHeard.STOCK, Rank.URGENT_STOCK);
    public static final Query PRODUCT_SIZES = of("productSizes", "product-sizes.graphql", SideHeard.STOCK, Rank.STOCK);
    public static final Query STOCK = of("stock", "stock.graphql", SideHeard.STOCK, Rank.URGENT_STOCK);
    public static final Query PLACED_ORDERS =
            of("placedOrders", "placed-orders.graphql", SideHeard.STOCK, Rank.URGENT_STOCK);
    public static final Query SET_STOCK = of("setStock", "set-stock.graphql", SideHeard.STOCK, Rank.STOCK);
    public static final Query PRICELISTS = of("pricelists", "pricelists.graphql", SideHeard.CATALOGUE, Rank.PRICES);
    public static final Query CATALOGUE = of("catalogue", "catalogue.graphql", SideHeard.CATALOGUE, Rank.PRICES);
    public static final Query UPDATE_PRODUCT =
            of("updateProduct", "update-product.graphql", SideHeard.CATALOGUE, Rank.PRICES);
    public static final Query UPDATE_SIZE =
            of("updateProductSize", "update-product-size.graphql", SideHeard.CATALOGUE, Rank.PRICES);
    public static final Query SET_PRICES = of("setPrices", "set-prices.graphql", SideHeard.CATALOGUE, Rank.PRICES);
    public static final Query SIZE_CHARTS = of("sizeCharts", "size-charts.graphql", SideHeard.CATALOGUE, Rank.PRICES);
    public static final Query FIND_PRODUCT =
            of("findProduct", "find-product.graphql", SideHeard.CATALOGUE, Rank.PRICES);
    public static final Query CREATE_PRODUCT =
            of("createProduct", "create-product.graphql", SideHeard.CATALOGUE, Rank.PRICES);
    public static final Query CREATE_VARIANT =
            of("createProductVariant", "create-variant.graphql", SideHeard.CATALOGUE, Rank.PRICES);
    public static final Query LIMITS = of("rateLimits", "rate-limits.graphql", "", Rank.ORDERS);
    public static final Query ASSIGN_ATTRIBUTES =
            of("assignAttributesBatch", "assign-attributes.graphql", WRITE_BACK, Rank.NUMBERS);
    public static final Query ID_CONVERSIONS =
            of("setIdConversions", "id-conversions.graphql", WRITE_BACK, Rank.NUMBERS);

    public Query(String operation, String text) {
        this(operation, text, "", Rank.ORDERS);
    }

    private static Query of(String operation, String file, String part, Rank rank) {
        try (InputStream in = Query.class.getResourceAsStream("/graphql/" + file)) {
            if (in == null) {
                throw new IllegalStateException("graphql/" + file + " is missing from the application");
            }
            return new Query(operation, new String(in.readAllBytes(), StandardCharsets.UTF_8), part, rank);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** With its empty list filled: for input whose type's name is not documented, so that no variable can be declared. */
    public Query filled(JsonArray input) {
        return new Query(operation, text.replace("[]", GraphQlLiteral.of(input)), part, rank);
    }

    /** The same, for a purpose of another rank. */
    public Query at(Rank other) {
        return new Query(operation, text, part, other);
    }

    boolean isMutation() {
        return MUTATION.matcher(text).find();
    }

    /** The body of the request. */
    String with(JsonObject variables) {
        return Json.createObjectBuilder()
                .add("query", text)
                .add("operationName", operation)
                .add("variables", variables)
                .build()
                .toString();
    }
}
