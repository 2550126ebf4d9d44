package centrasage.stock.shelf;

import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/** What products of one Sage company are called in Centra: as they are in Sage, unless {@code skus.csv} says otherwise. */
public final class Skus {
    /** As long as a SKU may be here; cut off, it is none that Centra has, and is told as such. */
    private static final int SKU_MAX = 100;

    private final Map<String, TreeSet<String>> byProduct = new TreeMap<>();
    private final Map<String, String> products;

    /** @param products by SKU */
    public Skus(Map<String, String> products) {
        this.products = Map.copyOf(products);
        products.forEach((sku, product) ->
                byProduct.computeIfAbsent(product, code -> new TreeSet<>()).add(sku));
    }

    /** The first where there are several, which {@link #areSeveral} tells; empty where the code is another product's SKU. */
    public String of(String product) {
        if (soldInstead(product).isPresent()) {
            return "";
        }
        TreeSet<String> skus = byProduct.get(product);
        String sku = skus == null ? product : skus.first();
        return sku.substring(0, Math.min(sku.length(), SKU_MAX));
    }

    /** Whether several SKUs are one product: what is free of it cannot be sold as each of them. */
    public boolean areSeveral(String product) {
        TreeSet<String> skus = byProduct.get(product);
        return skus != null && skus.size() > 1;
    }

    /** The other product that is sold by the code of this one; empty where none is. */
    public Optional<String> soldInstead(String product) {
        return byProduct.containsKey(product) ? Optional.empty() : Optional.ofNullable(products.get(product));
    }

    /** All SKUs of a product, for people. */
    public String all(String product) {
        return byProduct.getOrDefault(product, new TreeSet<>(Comparator.naturalOrder())).stream()
                .reduce((one, other) -> one + ", " + other)
                .orElse(product);
    }
}
