package centrasage.simulator.centra.stock;

import centrasage.simulator.trade.Article;
import centrasage.simulator.trade.CatalogueItem;
import centrasage.simulator.trade.TradeGenerator;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The product sizes of a tenant: those of the catalogue, numbered in its order, those added later, and whatever else was on
 * an order. A size that was removed does not come back with the next order of it.
 */
public final class Sizes {
    private final Map<String, ProductSize> bySku = new HashMap<>();
    private final Map<Integer, ProductSize> byId = new TreeMap<>();
    private final Set<String> removed = new HashSet<>();
    private int lastId;

    Sizes() {
        reset();
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

    public @Nullable ProductSize ofEan(String ean) {
        return byId.values().stream()
                .filter(size -> ean.equals(size.ean()))
                .findFirst()
                .orElse(null);
    }

    /** One that is there already stays as it is. */
    public void add(String sku) {
        removed.remove(sku);
        if (!bySku.containsKey(sku)) {
            lastId++;
            put(ProductSize.of(lastId, sku));
        }
    }

    /** Whether it was there. */
    public boolean remove(String sku) {
        ProductSize size = bySku.remove(sku);
        if (size == null) {
            return false;
        }
        byId.remove(size.id());
        removed.add(sku);
        return true;
    }

    /** An order has it. Its barcode is not in the catalogue, and known from now on. */
    void seen(Article article) {
        ProductSize known = bySku.get(article.sku());
        ProductSize ordered = ProductSize.of(article);
        boolean isNew = known == null && !removed.contains(article.sku()) && !byId.containsKey(article.id());
        if (isNew || known != null && known.ean() == null && known.id() == ordered.id()) {
            put(ordered);
        }
    }

    private void put(ProductSize size) {
        bySku.put(size.sku(), size);
        byId.put(size.id(), size);
    }

    void reset() {
        bySku.clear();
        byId.clear();
        removed.clear();
        lastId = 0;
        // The seed draws the stock of the catalogue, not its codes.
        new TradeGenerator(0).catalogue().stream().map(CatalogueItem::code).forEach(this::add);
    }
}
