package centrasage.centra.client;

import centrasage.centra.OrderedGoods;
import centrasage.centra.Parsed;
import centrasage.centra.ProductSize;
import centrasage.centra.ShownStock;
import centrasage.centra.client.quota.Rank;
import centrasage.centra.client.wire.CentraGraphQl;
import centrasage.centra.client.wire.Envelope;
import centrasage.centra.client.wire.Mutated;
import centrasage.centra.client.wire.Query;
import centrasage.flow.TargetUnavailable;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Stock in Centra: what it shows, what was ordered lately, and setting it, each time by exactly one mutation. */
@ApplicationScoped
public class CentraStock {
    /** The most that Centra gives in one page. */
    public static final int PAGE_MAX = 200;

    private static final String WORDS = "Stock of Sage 200 warehouse";

    private CentraGraphQl graphQl;

    @SuppressWarnings("NullAway.Init")
    protected CentraStock() {}

    @Inject
    public CentraStock(CentraGraphQl graphQl) {
        this.graphQl = graphQl;
    }

    /** How a quantity is meant: Centra's {@code StockQuantityType}. */
    public enum QuantityType {
        /** All that is there, with what is allocated to orders. */
        PHYSICAL,
        /** What may still be sold. That Centra takes it under this name is inferred. */
        FREE_TO_ALLOCATE
    }

    /**
     * A page of what was asked for.
     *
     * @param next where the next page begins; null where there is none
     */
    public record Page<T>(List<T> items, @Nullable String next) {
        public Page {
            items = List.copyOf(items);
        }
    }

    /** Ids of all warehouses by their names. */
    public Map<String, Long> warehouses() throws TargetUnavailable {
        Map<String, Long> warehouses = new HashMap<>();
        for (JsonObject row : Rows.all(graphQl, Query.WAREHOUSES, "warehouses")) {
            if (!(row.get("name") instanceof JsonString name)) {
                throw Connection.malformed("a warehouse without a name");
            }
            warehouses.put(name.getString().strip(), Rows.number(row, "id"));
        }
        return warehouses;
    }

    /** A page of all product sizes, in Centra's own order. */
    public Page<ProductSize> sizes(@Nullable String after) throws TargetUnavailable {
        Connection page = connection(
                Query.PRODUCT_SIZES,
                Json.createObjectBuilder().build(),
                "productSizeConnection",
                "product sizes",
                after);
        List<ProductSize> sizes = new ArrayList<>();
        for (JsonObject node : page.nodes()) {
            String sku = node.get("SKU") instanceof JsonString text
                    ? text.getString().strip()
                    : "";
            sizes.add(new ProductSize(Rows.number(node, "id"), sku, JsonValue.TRUE.equals(node.get("isActive"))));
        }
        return new Page<>(sizes, page.hasNextPage() ? page.endCursor() : null);
    }

    /**
     * What Centra shows of these sizes in a warehouse; none of those that it keeps no stock of there.
     *
     * @param sizes at most {@link #PAGE_MAX}
     */
    public List<ShownStock> shown(long warehouse, Collection<Long> sizes) throws TargetUnavailable {
        JsonArrayBuilder ids = Json.createArrayBuilder();
        sizes.forEach(ids::add);
        JsonObject variables = Json.createObjectBuilder()
                .add("warehouse", warehouse)
                .add("sizes", ids)
                .build();
        List<ShownStock> shown = new ArrayList<>();
        for (JsonObject row : Rows.list(graphQl.ask(Query.STOCK, variables).data(), "warehouses")) {
            for (JsonObject stock : Rows.list(row, "stock")) {
                shown.add(new ShownStock(
                        Rows.number(Envelope.object(stock, "productSize"), "id"),
                        Math.toIntExact(Rows.number(stock, "allocatedQuantity")),
                        Math.toIntExact(Rows.number(stock, "freeToAllocateQuantity"))));
            }
        }
        return shown;
    }

    /** A page of the orders that were made at {@code from} or later; what cannot be read of them is left out. */
    public Page<OrderedGoods> placed(Instant from, @Nullable String after) throws TargetUnavailable {
        return orders("createdAt", from, after);
    }

    /** As {@link #placed}, of those that were made or changed then. */
    public Page<OrderedGoods> touched(Instant from, @Nullable String after) throws TargetUnavailable {
        return orders("updatedAt", from, after);
    }

    private Page<OrderedGoods> orders(String since, Instant from, @Nullable String after) throws TargetUnavailable {
        JsonObject window = Json.createObjectBuilder()
                .add("from", from.truncatedTo(ChronoUnit.SECONDS).toString())
                .build();
        JsonObject where = Json.createObjectBuilder()
                .add("where", Json.createObjectBuilder().add(since, window))
                .build();
        Connection page = connection(Query.PLACED_ORDERS, where, "orderConnection", "orders", after);
        List<OrderedGoods> placed = new ArrayList<>();
        for (JsonObject node : page.nodes()) {
            if (OrderedGoods.parse(node.toString()) instanceof Parsed.Readable<OrderedGoods> readable) {
                placed.add(readable.document());
            }
        }
        return new Page<>(placed, page.hasNextPage() ? page.endCursor() : null);
    }

    /** How many requests may set stock now: the shop's quota is there for others as well. */
    public long room(boolean isUrgent) throws TargetUnavailable {
        return graphQl.room(rank(isUrgent));
    }

    private static Rank rank(boolean isUrgent) {
        return isUrgent ? Rank.URGENT_STOCK : Rank.STOCK;
    }

    /**
     * Has Centra set the stock of these SKUs, by one request.
     *
     * @param quantities not below zero, by SKU
     * @param from where the figures come from, which people read in Centra
     * @param isUrgent whether Centra would sell what is not there, or sells it well
     */
    public Mutated set(
            long warehouse, Map<String, Integer> quantities, QuantityType type, String from, boolean isUrgent) {
        JsonArrayBuilder sizes = Json.createArrayBuilder();
        quantities.forEach((sku, quantity) -> sizes.add(Json.createObjectBuilder()
                .add("productSize", Json.createObjectBuilder().add("SKU", sku))
                .add("quantity", quantity)));
        JsonObject input = Json.createObjectBuilder()
                .add("warehouse", Json.createObjectBuilder().add("id", warehouse))
                .add("description", WORDS + " " + from)
                .add("productSizes", sizes)
                .add("stockQuantityType", type.name())
                .build();
        return graphQl.once(
                Query.SET_STOCK.at(rank(isUrgent)),
                Json.createObjectBuilder().add("input", input).build());
    }

    private Connection connection(Query query, JsonObject filter, String name, String words, @Nullable String after)
            throws TargetUnavailable {
        JsonObject variables = Json.createObjectBuilder(filter)
                .add("first", PAGE_MAX)
                .add("after", after == null ? JsonValue.NULL : Json.createValue(after))
                .build();
        return Connection.read(Envelope.object(graphQl.ask(query, variables).data(), name), words, after);
    }
}
