package centrasage.simulator.centra.stock;

import centrasage.simulator.centra.catalogue.Facts;
import centrasage.simulator.centra.catalogue.Products;
import centrasage.simulator.centra.catalogue.StyleCode;
import centrasage.simulator.centra.catalogue.Variant;
import centrasage.simulator.trade.Article;
import centrasage.simulator.trade.TradeGenerator;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The product sizes of a tenant: those of the catalogue, numbered in its order, those added later, and whatever else was on
 * an order, each of a variant of one of the products. A size that was removed does not come back with the next order of it.
 */
public final class Sizes {
    private final Map<String, ProductSize> bySku = new HashMap<>();
    private final Map<Integer, ProductSize> byId = new TreeMap<>();
    private final Map<Integer, Set<Integer>> byVariant = new HashMap<>();
    private final Products products = new Products();
    private final Set<String> removed = new HashSet<>();
    private int lastId;

    Sizes() {
        reset();
    }

    public Products products() {
        return products;
    }

    /** In the order of their ids. */
    public Collection<ProductSize> all() {
        return byId.values();
    }

    /** Those of the ids that there are. */
    public Collection<ProductSize> ofIds(Collection<?> ids) {
        return ids.stream().map(byId::get).filter(Objects::nonNull).distinct().toList();
    }

    public @Nullable ProductSize ofId(int id) {
        return byId.get(id);
    }

    public @Nullable ProductSize ofSku(String sku) {
        return bySku.get(sku);
    }

    public List<ProductSize> of(Variant variant) {
        return byVariant.getOrDefault(variant.id(), Set.of()).stream()
                .map(byId::get)
                .toList();
    }

    /** @param kind EAN or UPC */
    public @Nullable ProductSize ofBarcode(String kind, String code) {
        return byId.values().stream()
                .filter(size -> code.equals(size.facts().text(kind)))
                .findFirst()
                .orElse(null);
    }

    /** One that is there already stays as it is. */
    public void add(String sku, Instant at) {
        add(sku, StyleCode.of(sku), at);
    }

    private void add(String sku, StyleCode code, Instant at) {
        removed.remove(sku);
        if (!bySku.containsKey(sku)) {
            lastId++;
            put(ProductSize.of(lastId, sku, products.variantFor(code, at).id()));
        }
    }

    /** A further size of a variant, whose SKU nobody has yet. */
    public ProductSize add(Variant variant, String sku, String size, Facts facts) {
        removed.remove(sku);
        lastId++;
        ProductSize added = new ProductSize(lastId, sku, size, variant.id(), facts);
        put(added);
        return added;
    }

    public ProductSize change(ProductSize size, Facts facts) {
        ProductSize changed = size.with(facts);
        put(changed);
        return changed;
    }

    /** Whether it was there. */
    public boolean remove(String sku) {
        ProductSize size = bySku.remove(sku);
        if (size == null) {
            return false;
        }
        byId.remove(size.id());
        byVariant.getOrDefault(size.variant(), new HashSet<>()).remove(size.id());
        removed.add(sku);
        return true;
    }

    /** An order has it. Its barcode is not in the catalogue, and known from now on. */
    void seen(Article article) {
        ProductSize known = bySku.get(article.sku());
        if (known == null) {
            if (!removed.contains(article.sku()) && !byId.containsKey(article.id())) {
                Variant variant = products.variantFor(StyleCode.of(article), Products.FIRST);
                put(ProductSize.of(article, variant.id()));
            }
        } else if (known.id() == article.id() && !known.facts().tells(ProductSize.EAN)) {
            put(known.ordered(article));
        }
    }

    private void put(ProductSize size) {
        bySku.put(size.sku(), size);
        byId.put(size.id(), size);
        byVariant.computeIfAbsent(size.variant(), variant -> new TreeSet<>()).add(size.id());
    }

    void reset() {
        bySku.clear();
        byId.clear();
        byVariant.clear();
        products.reset();
        removed.clear();
        lastId = 0;
        // The seed draws the stock of the catalogue, not its codes.
        new TradeGenerator(0)
                .catalogue()
                .forEach(item -> add(item.code(), StyleCode.of(item.code(), item.name()), Products.FIRST));
    }
}
