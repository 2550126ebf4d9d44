package centrasage.simulator.centra.cataloguing;

import centrasage.simulator.centra.catalogue.Cost;
import centrasage.simulator.centra.catalogue.Countries;
import centrasage.simulator.centra.catalogue.Facts;
import centrasage.simulator.centra.catalogue.ProductCollection;
import centrasage.simulator.centra.catalogue.Products;
import centrasage.simulator.centra.catalogue.Weight;
import centrasage.simulator.centra.stocking.Told;
import centrasage.simulator.trade.Country;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the input of a mutation makes of the facts of an object: those that it does not name stay as they are. */
final class FactsInput {
    private static final List<String> PLAIN = List.of(
            "name",
            "status",
            "productNumber",
            "harmonizedCommodityCode",
            "harmonizedCommodityCodeDescription",
            "internalComment",
            "variantNumber",
            "internalName",
            "EAN",
            "UPC",
            "sizeNumber",
            "comment",
            "preorder",
            "isActive");
    private static final List<String> NEEDED = List.of("name", "productNumber");
    private static final String WEIGHT = "weight";
    private static final String COUNTRY = "countryOfOrigin";
    private static final String COLLECTION = "collection";
    private static final String COST = "unitCost";

    private final Products products;
    private final List<Told> errors = new ArrayList<>();

    FactsInput(Products products) {
        this.products = products;
    }

    List<Told> errors() {
        return errors;
    }

    Facts read(Map<String, Object> input, Facts before) {
        Facts facts = before;
        for (String name : PLAIN) {
            facts = input.get(name) == null ? facts : facts.with(name, input.get(name));
        }
        NEEDED.stream()
                .filter(name -> "".equals(input.get(name)))
                .forEach(name -> errors.add(Told.of(name + " must not be empty", "input", name)));
        if (input.get(WEIGHT) != null) {
            facts = facts.with(WEIGHT, weight(Inputs.object(input.get(WEIGHT))));
        }
        if (input.get(COUNTRY) != null) {
            facts = facts.with(COUNTRY, country(Inputs.object(input.get(COUNTRY))));
        }
        if (input.get(COLLECTION) != null) {
            facts = facts.with(COLLECTION, collection(Inputs.id(input, COLLECTION)));
        }
        Cost cost = cost(Inputs.object(input.get(COST)));
        return cost == null ? facts : facts.with(COST, cost);
    }

    /** No value, or 0, is no weight. */
    private static @Nullable Weight weight(Map<String, Object> input) {
        return input.get("value") instanceof BigDecimal value && value.signum() != 0
                ? new Weight(value, String.valueOf(input.get("unit")))
                : null;
    }

    /** By its code; an empty object takes it away. */
    private @Nullable String country(Map<String, Object> input) {
        Country country = null;
        if (input.get("id") instanceof Integer id) {
            country = Countries.ofId(id);
        } else if (input.get("code") instanceof String code) {
            country = Countries.ofCode(code);
        }
        if (country == null && !input.isEmpty()) {
            errors.add(Told.of(
                    "Could not find country " + input.values().iterator().next(), "input", COUNTRY));
        }
        return country == null ? null : country.code();
    }

    /** No id takes it away. */
    private @Nullable ProductCollection collection(@Nullable Integer id) {
        ProductCollection collection = id == null ? null : products.collection(id);
        if (collection == null && id != null) {
            errors.add(Told.of("Could not find collection with ID " + id, "input", COLLECTION));
        }
        return collection;
    }

    private static @Nullable Cost cost(Map<String, Object> input) {
        return input.get("value") instanceof BigDecimal value
                ? new Cost(value, String.valueOf(input.get("currencyIsoCode")))
                : null;
    }
}
