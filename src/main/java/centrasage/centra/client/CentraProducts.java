package centrasage.centra.client;

import centrasage.centra.FoundProducts;
import centrasage.centra.FoundProducts.Found;
import centrasage.centra.NewProduct;
import centrasage.centra.client.wire.CentraGraphQl;
import centrasage.centra.client.wire.Envelope;
import centrasage.centra.client.wire.Mutated;
import centrasage.centra.client.wire.Query;
import centrasage.flow.TargetUnavailable;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonString;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Makes products in Centra, each step by exactly one mutation: Centra takes a number twice, so that one that is sent again may be there
 * twice.
 */
@ApplicationScoped
public class CentraProducts {
    private CentraGraphQl graphQl;

    @SuppressWarnings("NullAway.Init")
    protected CentraProducts() {}

    @Inject
    public CentraProducts(CentraGraphQl graphQl) {
        this.graphQl = graphQl;
    }

    /** The size chart of this name with a size of that name; empty where there is none, or several. */
    public OptionalLong sizeChart(String name, String size) throws TargetUnavailable {
        List<Long> fitting = new ArrayList<>();
        for (JsonObject chart : Rows.all(graphQl, Query.SIZE_CHARTS, "sizeCharts")) {
            boolean hasSize = Rows.list(chart, "sizes").stream().anyMatch(one -> isNamed(one, size));
            if (isNamed(chart, name) && hasSize) {
                fitting.add(Rows.number(chart, "id"));
            }
        }
        return fitting.size() == 1 ? OptionalLong.of(fitting.get(0)) : OptionalLong.empty();
    }

    private static boolean isNamed(JsonObject row, String name) {
        return row.get("name") instanceof JsonString text && text.getString().equals(name);
    }

    /** What Centra has of a number, as a product's and as a SKU. */
    public FoundProducts find(String number) throws TargetUnavailable {
        JsonObject data = graphQl.ask(
                        Query.FIND_PRODUCT,
                        Json.createObjectBuilder().add("number", number).build())
                .data();
        List<Found> products = new ArrayList<>();
        for (JsonObject product : Rows.list(data, "products")) {
            Set<String> skus = new TreeSet<>();
            List<JsonObject> variants = Rows.list(product, "variants");
            for (JsonObject variant : variants) {
                skus.addAll(skus(variant));
            }
            products.add(new Found(Rows.number(product, "id"), variants.size(), skus));
        }
        return new FoundProducts(products, !Rows.list(data, "productSizes").isEmpty());
    }

    private static Set<String> skus(JsonObject variant) throws TargetUnavailable {
        Set<String> skus = new TreeSet<>();
        for (JsonObject size : Rows.list(variant, "productSizes")) {
            skus.add(size.get("SKU") instanceof JsonString sku ? sku.getString().strip() : "");
        }
        return skus;
    }

    /** Inactive, and without a variant yet. */
    public Mutated product(NewProduct product) {
        JsonObjectBuilder input = Json.createObjectBuilder()
                .add("name", product.name())
                .add("status", "INACTIVE")
                .add("productNumber", product.number());
        reference(input, "brand", product.brand());
        reference(input, "collection", product.collection());
        reference(input, "folder", product.folder());
        return graphQl.onceInTurn(Query.CREATE_PRODUCT, input(input));
    }

    private static void reference(JsonObjectBuilder input, String name, @Nullable Long id) {
        if (id != null) {
            input.add(name, Json.createObjectBuilder().add("id", id));
        }
    }

    /** A product's only variant, with its only size, neither of which has a number of its own. */
    public Mutated variant(long product, String name, long sizeChart, String size) {
        return graphQl.onceInTurn(
                Query.CREATE_VARIANT,
                input(Json.createObjectBuilder()
                        .add("product", Json.createObjectBuilder().add("id", product))
                        .add("name", name)
                        .add("status", "ACTIVE")
                        .add("sizeChart", Json.createObjectBuilder().add("id", sizeChart))
                        .add(
                                "productSizes",
                                Json.createArrayBuilder()
                                        .add(Json.createObjectBuilder()
                                                .add(
                                                        "size",
                                                        Json.createObjectBuilder()
                                                                .add("name", size))
                                                .add("isActive", true)))));
    }

    private static JsonObject input(JsonObjectBuilder input) {
        return Json.createObjectBuilder().add("input", input).build();
    }

    /** The id of the product that was made; empty where the answer does not tell it. */
    public static OptionalLong madeProduct(Mutated.Answered answered) {
        return Envelope.object(answered.result(), "product").get("id") instanceof JsonNumber id
                ? OptionalLong.of(id.longValue())
                : OptionalLong.empty();
    }

    /** The SKUs of the variant that was made. */
    public static Set<String> madeSkus(Mutated.Answered answered) throws TargetUnavailable {
        return skus(Envelope.object(answered.result(), "productVariant"));
    }
}
