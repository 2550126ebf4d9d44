package centrasage.centra.client;

import centrasage.centra.CatalogueProduct;
import centrasage.centra.CatalogueProduct.ShownPrice;
import centrasage.centra.CatalogueProduct.Size;
import centrasage.centra.CatalogueProduct.Variant;
import centrasage.centra.PriceList;
import centrasage.centra.client.quota.Rank;
import centrasage.centra.client.wire.CentraGraphQl;
import centrasage.centra.client.wire.Envelope;
import centrasage.centra.client.wire.Query;
import centrasage.centra.client.wire.RequestRefused;
import centrasage.flow.TargetUnavailable;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Products and prices in Centra. A change names the fields that it is about and no others, so that what Centra owns is never written; each
 * may be sent again after a failure, since it says what is to be there.
 */
@ApplicationScoped
public class CentraCatalogue {
    /** Products have variants, and those have sizes: a page of them is costly. */
    public static final int PAGE = 50;

    /** So many prices of a product are read. */
    private static final int PRICES_MAX = 200;

    /** Kilograms of a unit, exact by their definitions. */
    private static final Map<String, BigDecimal> KILOGRAMS = Map.of(
            "KILOGRAMS", BigDecimal.ONE,
            "GRAMS", new BigDecimal("0.001"),
            "POUNDS", new BigDecimal("0.45359237"),
            "OUNCES", new BigDecimal("0.028349523125"));

    private CentraGraphQl graphQl;

    @SuppressWarnings("NullAway.Init")
    protected CentraCatalogue() {}

    @Inject
    public CentraCatalogue(CentraGraphQl graphQl) {
        this.graphQl = graphQl;
    }

    /** A page of products. @param next where the next one begins; null where there is none */
    public record Page(
            List<CatalogueProduct> products, @Nullable String next) {
        public Page {
            products = List.copyOf(products);
        }
    }

    /** All price lists. */
    public List<PriceList> pricelists() throws TargetUnavailable {
        List<PriceList> all = new ArrayList<>();
        for (JsonObject row : Rows.all(graphQl, Query.PRICELISTS, "pricelists")) {
            all.add(new PriceList(
                    Rows.number(row, "id"),
                    text(row, "name"),
                    text(row, "status").equals("ACTIVE"),
                    text(Envelope.object(row, "currency"), "code")));
        }
        return all;
    }

    /** A page of all products, with their prices in these lists. */
    public Page products(Collection<Long> pricelists, @Nullable String after) throws TargetUnavailable {
        JsonArrayBuilder lists = Json.createArrayBuilder();
        pricelists.forEach(lists::add);
        Connection page = connection(
                Json.createObjectBuilder()
                        .add("after", after == null ? JsonValue.NULL : Json.createValue(after))
                        .add("pricelists", lists),
                after);
        return new Page(products(page), page.hasNextPage() ? page.endCursor() : null);
    }

    /**
     * Those of these products that there are.
     *
     * @param ids at most {@link #PAGE}
     */
    public List<CatalogueProduct> products(Collection<Long> pricelists, Collection<Long> ids) throws TargetUnavailable {
        JsonArrayBuilder wanted = Json.createArrayBuilder();
        ids.forEach(wanted::add);
        JsonArrayBuilder lists = Json.createArrayBuilder();
        pricelists.forEach(lists::add);
        JsonObjectBuilder where = Json.createObjectBuilder().add("id", wanted);
        return products(
                connection(Json.createObjectBuilder().add("where", where).add("pricelists", lists), null));
    }

    private Connection connection(JsonObjectBuilder variables, @Nullable String after) throws TargetUnavailable {
        JsonObject asked = variables.add("first", PAGE).build();
        return Connection.read(
                Envelope.object(graphQl.ask(Query.CATALOGUE, asked).data(), "productConnection"), "products", after);
    }

    private static List<CatalogueProduct> products(Connection page) throws TargetUnavailable {
        List<CatalogueProduct> products = new ArrayList<>();
        for (JsonObject node : page.nodes()) {
            products.add(product(node));
        }
        return products;
    }

    private static CatalogueProduct product(JsonObject node) throws TargetUnavailable {
        List<Variant> variants = new ArrayList<>();
        for (JsonObject variant : Rows.list(node, "variants")) {
            List<Size> sizes = new ArrayList<>();
            for (JsonObject size : Rows.list(variant, "productSizes")) {
                sizes.add(new Size(
                        Rows.number(size, "id"),
                        text(size, "SKU").strip(),
                        text(size, "EAN").strip()));
            }
            variants.add(new Variant(Rows.number(variant, "id"), sizes));
        }
        List<ShownPrice> prices = new ArrayList<>();
        for (JsonObject price : Rows.list(node, "prices")) {
            JsonObject money = Envelope.object(price, "price");
            prices.add(new ShownPrice(
                    Rows.number(Envelope.object(price, "pricelist"), "id"),
                    price.get("productVariant") instanceof JsonObject variant ? Rows.number(variant, "id") : null,
                    decimal(money, "value"),
                    text(Envelope.object(money, "currency"), "code")));
        }
        return new CatalogueProduct(
                Rows.number(node, "id"),
                text(node, "productNumber"),
                text(node, "name"),
                kilograms(node),
                otherWeight(node),
                text(node, "harmonizedCommodityCode"),
                text(Envelope.object(node, "countryOfOrigin"), "code"),
                variants,
                prices,
                prices.size() < PRICES_MAX);
    }

    private static String otherWeight(JsonObject node) {
        JsonObject weight = Envelope.object(node, "weight");
        return weight.isEmpty() || kilograms(node) != null
                ? ""
                : weight.getOrDefault("value", JsonValue.NULL) + " " + text(weight, "unit");
    }

    private static @Nullable BigDecimal kilograms(JsonObject node) {
        JsonObject weight = Envelope.object(node, "weight");
        BigDecimal unit = KILOGRAMS.get(text(weight, "unit"));
        return unit != null && weight.get("value") instanceof JsonNumber value
                ? value.bigDecimalValue().multiply(unit)
                : null;
    }

    private static BigDecimal decimal(JsonObject row, String name) throws TargetUnavailable {
        if (row.get(name) instanceof JsonNumber number) {
            return number.bigDecimalValue();
        }
        throw Connection.malformed("a price without a number as " + name);
    }

    private static String text(JsonObject row, String name) {
        return row.get(name) instanceof JsonString text ? text.getString() : "";
    }

    /** How many changes of products and prices may be made, each after it has waited for its turn. */
    public long room() throws TargetUnavailable {
        return graphQl.lastingRoom(Rank.PRICES);
    }

    /** What a product is to have; null leaves what is there. */
    public record NewFacts(
            @Nullable String name,
            @Nullable BigDecimal kilograms,
            @Nullable String commodityCode,
            @Nullable String origin) {}

    /** @return what Centra rejected; empty when it has the facts now */
    public List<String> update(long product, NewFacts facts) throws TargetUnavailable, RequestRefused {
        JsonObjectBuilder input = Json.createObjectBuilder();
        if (facts.name() != null) {
            input.add("name", facts.name());
        }
        if (facts.kilograms() != null) {
            input.add(
                    "weight",
                    Json.createObjectBuilder().add("value", facts.kilograms()).add("unit", "KILOGRAMS"));
        }
        if (facts.commodityCode() != null) {
            input.add("harmonizedCommodityCode", facts.commodityCode());
        }
        if (facts.origin() != null) {
            input.add("countryOfOrigin", Json.createObjectBuilder().add("code", facts.origin()));
        }
        return graphQl.attemptOne(Query.UPDATE_PRODUCT, of(product, input));
    }

    /** @return what Centra rejected */
    public List<String> barcode(long size, String barcode) throws TargetUnavailable, RequestRefused {
        return graphQl.attemptOne(
                Query.UPDATE_SIZE, of(size, Json.createObjectBuilder().add("EAN", barcode)));
    }

    private static JsonObject of(long id, JsonObjectBuilder input) {
        return Json.createObjectBuilder().add("id", id).add("input", input).build();
    }

    /** A price of a product, or of one of its variants. */
    public record NewPrice(long product, @Nullable Long variant, BigDecimal value) {}

    /**
     * Sets prices in a list; no price that is not named changes.
     *
     * @return what Centra rejected or left out
     */
    public List<String> setPrices(PriceList list, Collection<NewPrice> prices)
            throws TargetUnavailable, RequestRefused {
        Map<Long, List<NewPrice>> byProduct = new TreeMap<>(); // one that is named twice is skipped
        prices.forEach(price -> byProduct
                .computeIfAbsent(price.product(), product -> new ArrayList<>())
                .add(price));
        JsonArrayBuilder rows = Json.createArrayBuilder();
        byProduct.forEach((product, ofProduct) -> rows.add(row(list, product, ofProduct)));
        JsonObject input = Json.createObjectBuilder()
                .add("pricelist", Json.createObjectBuilder().add("id", list.id()))
                .add("productPrices", rows)
                .build();
        return graphQl.attemptOne(
                Query.SET_PRICES, Json.createObjectBuilder().add("input", input).build());
    }

    private static JsonObjectBuilder row(PriceList list, long product, List<NewPrice> prices) {
        JsonObjectBuilder row = Json.createObjectBuilder()
                .add("product", Json.createObjectBuilder().add("id", product))
                .add("overrideIndividualVariantPrices", false);
        JsonArrayBuilder variants = Json.createArrayBuilder();
        boolean hasVariants = false;
        for (NewPrice price : prices) {
            JsonObjectBuilder money =
                    Json.createObjectBuilder().add("value", price.value()).add("currencyIsoCode", list.currency());
            Long variant = price.variant();
            if (variant == null) {
                row.add("price", money);
            } else {
                hasVariants = true;
                variants.add(Json.createObjectBuilder()
                        .add("productVariant", Json.createObjectBuilder().add("id", variant))
                        .add("price", money));
            }
        }
        return hasVariants ? row.add("individualVariantPrices", variants) : row;
    }
}
