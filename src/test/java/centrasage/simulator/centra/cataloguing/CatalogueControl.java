package centrasage.simulator.centra.cataloguing;

import centrasage.simulator.centra.catalogue.Countries;
import centrasage.simulator.centra.catalogue.Facts;
import centrasage.simulator.centra.catalogue.Pricelists;
import centrasage.simulator.centra.catalogue.Product;
import centrasage.simulator.centra.catalogue.Products;
import centrasage.simulator.centra.catalogue.Weight;
import centrasage.simulator.centra.state.CentraState;
import centrasage.simulator.centra.stock.ProductSize;
import centrasage.simulator.centra.stock.Sizes;
import centrasage.simulator.http.Json;
import centrasage.simulator.http.Refusal;
import centrasage.simulator.http.Request;
import centrasage.simulator.http.Response;
import centrasage.simulator.http.Router;
import centrasage.simulator.trade.Market.PriceList;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The part of {@code /control} that plays the merchandisers of the shop. What they change is not in the history. */
public final class CatalogueControl {
    private static final Set<String> PRODUCT_TEXTS = Set.of(
            "name",
            "status",
            "description",
            "harmonizedCommodityCode",
            "harmonizedCommodityCodeDescription",
            "internalComment");
    private static final Set<String> SIZE_FIELDS = Set.of("EAN", "UPC", "comment", "preorder", "isActive");

    private final CentraState state;

    public CatalogueControl(CentraState state) {
        this.state = state;
    }

    public void addTo(Router router) {
        router.on("GET", "/control/products", request -> all());
        router.on("GET", "/control/products/history", request -> history());
        router.on("GET", "/control/products/{number}", this::one);
        router.on("PUT", "/control/products/{number}", this::putProduct);
        router.on("PUT", "/control/products/{number}/refusal", this::refuse);
        router.on("PUT", "/control/sizes/{sku}", this::putSize);
        router.on("PUT", "/control/pricelists/{id}", this::putPricelist);
    }

    /**
     * {@code [{"id", "name", "productNumber", "status", ..., "prices": {"1": 9.99}, "variants": [{"id", "name", ..., "prices",
     * "sizes": [{"id", "SKU", "size", "EAN", ...}]}]}]}, prices by the id of their pricelist.
     */
    private Response all() {
        return Response.json(work(sizes -> {
            ArrayNode json = Json.array();
            sizes.products().all().forEach(product -> json.add(CatalogueDump.write(sizes, product)));
            return json;
        }));
    }

    private Response one(Request request) {
        return Response.json(work(sizes -> CatalogueDump.write(sizes, product(sizes.products(), request))));
    }

    /** {@code [{"at", "mutation", "object", "id", "fields": {"name": ["before", "after"]}}]}: what mutations changed, in order. */
    private Response history() {
        return Response.json(work(sizes -> {
            ArrayNode json = Json.array();
            sizes.products().history().forEach(change -> json.add(CatalogueDump.write(change)));
            return json;
        }));
    }

    /**
     * {@code {"name": "Shirt", "description": "...", "collection": "Winter", "weight": {"value": 0.4, "unit": "KILOGRAMS"},
     * "countryOfOrigin": "PT"}} and any other text: what is not named stays, and null unsets.
     */
    private Response putProduct(Request request) {
        ObjectNode body = request.jsonObject();
        return Response.json(work(sizes -> {
            Products products = sizes.products();
            Product product = product(products, request);
            Facts facts = product.facts();
            for (Map.Entry<String, JsonNode> field : body.properties()) {
                facts = facts.with(field.getKey(), value(products, field.getKey(), field.getValue()));
            }
            return CatalogueDump.write(sizes, products.change(product, facts, state.now()));
        }));
    }

    /** {@code {"category": "graphql"}}: changes of it by an integration are answered with an error; without a category no more. */
    private Response refuse(Request request) {
        String category = request.jsonObject().path("category").textValue();
        return Response.json(work(sizes -> {
            Product product = product(sizes.products(), request);
            sizes.products().refuse(product.id(), category);
            return CatalogueDump.write(sizes, product);
        }));
    }

    private static @Nullable Object value(Products products, String name, JsonNode value) {
        boolean known = PRODUCT_TEXTS.contains(name)
                || Set.of("weight", "collection", "countryOfOrigin").contains(name);
        check(known, name + ": no such field");
        if (value.isNull()) {
            return null;
        }
        return switch (name) {
            case "status" -> {
                check(Set.of("ACTIVE", "INACTIVE").contains(value.asText()), name + ": must be ACTIVE or INACTIVE");
                yield value.asText();
            }
            case "weight" ->
                new Weight(
                        value.path("value").decimalValue(), value.path("unit").asText());
            case "collection" -> products.collection(value.asText());
            case "countryOfOrigin" -> {
                check(Countries.ofCode(value.asText()) != null, name + ": no country " + value.asText());
                yield value.asText();
            }
            default -> value.asText();
        };
    }

    /** {@code {"EAN": "5012345678900", "UPC": null, "comment": "", "preorder": false, "isActive": true}}, any of them. */
    private Response putSize(Request request) {
        String sku = request.pathParameter("sku");
        ObjectNode body = request.jsonObject();
        return Response.json(work(sizes -> {
            ProductSize size = sizes.ofSku(sku);
            if (size == null) {
                throw new Refusal(Response.message(404, "no product size " + sku));
            }
            Facts facts = size.facts();
            for (Map.Entry<String, JsonNode> field : body.properties()) {
                check(SIZE_FIELDS.contains(field.getKey()), field.getKey() + ": no such field");
                JsonNode value = field.getValue();
                facts = facts.with(
                        field.getKey(), value.isBoolean() ? (Object) value.booleanValue() : value.asText(""));
            }
            return CatalogueDump.write(sizes.change(size, facts));
        }));
    }

    /** {@code {"status": "INACTIVE", "pricesIncludeTax": false}}, either of them. */
    private Response putPricelist(Request request) {
        String id = request.pathParameter("id");
        PriceList list = Pricelists.all().stream()
                .filter(one -> Integer.toString(one.id()).equals(id))
                .findFirst()
                .orElseThrow(() -> new Refusal(Response.message(404, "no pricelist " + id)));
        ObjectNode body = request.jsonObject();
        return Response.json(work(sizes -> {
            Pricelists lists = sizes.products().pricelists();
            lists.activate(list, body.path("status").asText(lists.status(list)).equals("ACTIVE"));
            lists.includeTax(list, body.path("pricesIncludeTax").asBoolean(lists.includesTax(list)));
            return Json.object()
                    .put("id", list.id())
                    .put("status", lists.status(list))
                    .put("pricesIncludeTax", lists.includesTax(list));
        }));
    }

    private static Product product(Products products, Request request) {
        String number = request.pathParameter("number");
        Product product = products.product(number);
        if (product == null) {
            throw new Refusal(Response.message(404, "no product " + number));
        }
        return product;
    }

    private static void check(boolean holds, String otherwise) {
        if (!holds) {
            throw new Refusal(Response.message(400, otherwise));
        }
    }

    private <T> T work(Function<Sizes, T> work) {
        return state.withStock(stock -> work.apply(stock.sizes()));
    }
}
