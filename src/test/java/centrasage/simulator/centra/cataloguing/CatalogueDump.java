package centrasage.simulator.centra.cataloguing;

import centrasage.simulator.centra.catalogue.Change;
import centrasage.simulator.centra.catalogue.Facts;
import centrasage.simulator.centra.catalogue.Price;
import centrasage.simulator.centra.catalogue.Product;
import centrasage.simulator.centra.catalogue.ProductCollection;
import centrasage.simulator.centra.catalogue.Variant;
import centrasage.simulator.centra.stock.ProductSize;
import centrasage.simulator.centra.stock.Sizes;
import centrasage.simulator.http.Json;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Products as the auditor sees them: what is unset is left out. */
final class CatalogueDump {
    private CatalogueDump() {}

    static ObjectNode write(Sizes sizes, Product product) {
        ObjectNode json = facts(product.id(), product.facts())
                .put("createdAt", product.createdAt().toString())
                .put("updatedAt", product.updatedAt().toString());
        List<Price> prices = sizes.products().prices().of(product.id());
        json.set("prices", prices(prices, null));
        ArrayNode variants = json.putArray("variants");
        for (Variant variant : sizes.products().variants(product)) {
            ObjectNode row = facts(variant.id(), variant.facts())
                    .put("updatedAt", variant.updatedAt().toString());
            row.set("prices", prices(prices, variant.id()));
            ArrayNode rows = row.putArray("sizes");
            sizes.of(variant).forEach(size -> rows.add(write(size)));
            variants.add(row);
        }
        return json;
    }

    static ObjectNode write(ProductSize size) {
        ObjectNode json =
                Json.object().put("id", size.id()).put("SKU", size.sku()).put("size", size.size());
        json.setAll(facts(size.id(), size.facts()));
        return json;
    }

    static ObjectNode write(Change change) {
        ObjectNode json = Json.object()
                .put("at", change.at().toString())
                .put("mutation", change.mutation())
                .put("object", change.object())
                .put("id", change.id());
        ObjectNode fields = json.putObject("fields");
        change.fields().keySet().stream().sorted().forEach(name -> {
            Facts.Difference difference = Objects.requireNonNull(change.fields().get(name));
            fields.putArray(name).add(value(difference.before())).add(value(difference.after()));
        });
        return json;
    }

    private static ObjectNode facts(int id, Facts facts) {
        ObjectNode json = Json.object().put("id", id);
        facts.values().keySet().stream()
                .filter(name -> facts.get(name) != null)
                .sorted()
                .forEach(name -> json.set(name, value(facts.get(name))));
        return json;
    }

    /** A collection is known by its name. */
    private static JsonNode value(@Nullable Object value) {
        Object shown = value instanceof ProductCollection collection ? collection.name() : value;
        return Json.mapper().valueToTree(shown);
    }

    /** By the id of the pricelist. */
    private static ObjectNode prices(List<Price> prices, @Nullable Integer variant) {
        ObjectNode json = Json.object();
        prices.stream()
                .filter(price -> Objects.equals(price.of().variant(), variant))
                .forEach(price ->
                        json.put(Integer.toString(price.of().pricelist().id()), price.value()));
        return json;
    }
}
