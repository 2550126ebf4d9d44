package centrasage.simulator.centra.cataloguing;

import centrasage.simulator.centra.catalogue.Change;
import centrasage.simulator.centra.catalogue.Facts;
import centrasage.simulator.centra.catalogue.Price;
import centrasage.simulator.centra.catalogue.Pricelists;
import centrasage.simulator.centra.catalogue.Product;
import centrasage.simulator.centra.catalogue.Products;
import centrasage.simulator.centra.catalogue.Variant;
import centrasage.simulator.centra.state.CentraState;
import centrasage.simulator.centra.stocking.Told;
import centrasage.simulator.trade.Market.PriceList;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Sets prices on a pricelist. A row with anything wrong is passed over, and the others are set all the same. */
public final class PriceSetting {
    private static final String ROWS = "productPrices";
    private static final String VARIANT_ROWS = "individualVariantPrices";
    private static final String PRICE = "price";

    /** @param products those that have a price of the list now because of this */
    public record Done(@Nullable PriceList pricelist, List<Product> products, List<Told> errors, List<Told> warnings) {}

    private final CentraState state;

    public PriceSetting(CentraState state) {
        this.state = state;
    }

    public Done set(Map<String, Object> input) {
        Integer id = Inputs.id(input, "pricelist");
        PriceList pricelist = Pricelists.ofId(id);
        if (pricelist == null) {
            Told unknown = Told.of("Could not find pricelist with ID " + id, "input", "pricelist");
            return new Done(null, List.of(), List.of(unknown), List.of());
        }
        return state.withStock(
                stock -> new Attempt(stock.sizes().products(), pricelist).done(Inputs.objects(input.get(ROWS))));
    }

    /** One input on its way through the rows. */
    private final class Attempt {
        private final Products products;
        private final PriceList pricelist;
        private final List<Product> done = new ArrayList<>();
        private final List<Told> warnings = new ArrayList<>();
        private final Set<Integer> named = new HashSet<>();
        private final Set<Integer> namedVariants = new HashSet<>();

        Attempt(Products products, PriceList pricelist) {
            this.products = products;
            this.pricelist = pricelist;
        }

        Done done(List<Map<String, Object>> rows) {
            for (int i = 0; i < rows.size(); i++) {
                row(rows.get(i), Integer.toString(i));
            }
            return new Done(pricelist, done, List.of(), warnings);
        }

        private void row(Map<String, Object> row, String index) {
            String[] path = {"input", ROWS, index};
            Integer id = Inputs.id(row, "product");
            Product product = id == null ? null : products.product(id);
            if (product == null) {
                warnings.add(Told.of("Could not find product with ID " + id, path));
            } else if (!named.add(product.id())) {
                warnings.add(Told.of("Duplicate product ID " + id + " skipped", path));
            } else if (isSound(Inputs.object(row.get(PRICE)), path)) {
                put(product, prices(product, row, index));
                done.add(product);
            }
        }

        /** What the product and its variants cost once the row is done. */
        private Map<Price.Of, BigDecimal> prices(Product product, Map<String, Object> row, String index) {
            Map<Price.Of, BigDecimal> prices = now(product);
            if (Boolean.TRUE.equals(row.get("overrideIndividualVariantPrices"))) {
                prices.keySet().removeIf(of -> of.variant() != null);
            }
            if (Inputs.object(row.get(PRICE)).get("value") instanceof BigDecimal value) {
                prices.put(new Price.Of(pricelist, product.id(), null), value.stripTrailingZeros());
            }
            List<Map<String, Object>> rows = Inputs.objects(row.get(VARIANT_ROWS));
            for (int i = 0; i < rows.size(); i++) {
                String[] path = {"input", ROWS, index, VARIANT_ROWS, Integer.toString(i)};
                BigDecimal value = value(product, rows.get(i), path);
                if (value != null) {
                    Integer variant = Inputs.id(rows.get(i), "productVariant");
                    prices.put(new Price.Of(pricelist, product.id(), variant), value);
                }
            }
            return prices;
        }

        /** What a variant of the product costs; null where its row is passed over. */
        private @Nullable BigDecimal value(Product product, Map<String, Object> row, String... path) {
            Integer id = Inputs.id(row, "productVariant");
            Variant variant = id == null ? null : products.variant(id);
            Map<String, Object> price = Inputs.object(row.get(PRICE));
            if (variant == null) {
                warnings.add(Told.of("Could not find product variant with ID " + id, path));
            } else if (variant.product() != product.id()) {
                String message = "Product variant with id " + id + " not assigned to product " + product.id();
                warnings.add(Told.of(message, path));
            } else if (!namedVariants.add(variant.id())) {
                warnings.add(Told.of("Duplicate variant ID " + id + " skipped", path));
            } else if (isSound(price, path) && price.get("value") instanceof BigDecimal value) {
                return value.stripTrailingZeros();
            }
            return null;
        }

        /** No price at all is sound too: it leaves the one that there is. */
        private boolean isSound(Map<String, Object> price, String... path) {
            String currency = Pricelists.currency(pricelist).code();
            Object given = price.get("currencyIsoCode");
            if (!price.isEmpty() && !currency.equals(given)) {
                warnings.add(Told.of("Currency " + given + " is not that of the pricelist, " + currency, path));
                return false;
            }
            if (price.get("value") instanceof BigDecimal value && value.signum() < 0) {
                warnings.add(Told.of("Price must be 0 or greater", path));
                return false;
            }
            return true;
        }

        private Map<Price.Of, BigDecimal> now(Product product) {
            Map<Price.Of, BigDecimal> now = new HashMap<>();
            products.prices().of(product.id()).stream()
                    .filter(price -> price.of().pricelist().equals(pricelist))
                    .forEach(price -> now.put(price.of(), price.value()));
            return now;
        }

        private void put(Product product, Map<Price.Of, BigDecimal> after) {
            Map<Price.Of, BigDecimal> before = now(product);
            Set<Price.Of> all = new HashSet<>(before.keySet());
            all.addAll(after.keySet());
            for (Price.Of of : all) {
                put(of, before.get(of), after.get(of));
            }
        }

        private void put(Price.Of of, @Nullable BigDecimal before, @Nullable BigDecimal after) {
            String field = "pricelist " + pricelist.id();
            Map<String, Facts.Difference> fields =
                    Facts.NONE.with(field, before).differences(Facts.NONE.with(field, after));
            if (fields.isEmpty()) {
                return;
            }
            if (after == null) {
                products.prices().remove(of);
            } else {
                products.prices().put(of, after, state.now());
            }
            String object = of.variant() == null ? "Product" : "ProductVariant";
            int id = of.variant() == null ? of.product() : of.variant();
            products.changed(new Change(state.now(), "setPrices", object, id, fields));
        }
    }
}
