package centrasage.simulator.centra.query;

import centrasage.simulator.centra.catalogue.Price;
import centrasage.simulator.centra.catalogue.Product;
import centrasage.simulator.centra.catalogue.ProductCollection;
import centrasage.simulator.centra.catalogue.Variant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What products, variants and prices are found by, and the order they come in. */
public final class CatalogueFilters {
    private CatalogueFilters() {}

    public static Filter<Product> products() {
        return new Filter<>(
                "product",
                Map.of(
                        "id", Product::id,
                        "name", product -> product.facts().text("name"),
                        "status", Product::status,
                        "productNumber", Product::number,
                        "createdAt", Product::createdAt,
                        "updatedAt", Product::updatedAt,
                        "harmonizedCommodityCode", product -> product.facts().text("harmonizedCommodityCode"),
                        "collectionId", CatalogueFilters::collection),
                (row, words) -> false);
    }

    private static @Nullable Integer collection(Product product) {
        ProductCollection collection = product.collection();
        return collection == null ? null : collection.id();
    }

    public static Filter<Variant> variants() {
        return new Filter<>(
                "product variant",
                Map.of(
                        "id", Variant::id,
                        "name", variant -> variant.facts().text("name"),
                        "status", variant -> variant.facts().text("status"),
                        "variantNumber", Variant::number,
                        "productId", Variant::product,
                        "updatedAt", Variant::updatedAt),
                (row, words) -> false);
    }

    public static Filter<Price> prices() {
        return new Filter<>(
                "price",
                Map.of(
                        "id", Price::id,
                        "productId", price -> price.of().product(),
                        "productVariantId", price -> price.of().variant(),
                        "pricelistId", price -> price.of().pricelist().id()),
                (row, words) -> false);
    }

    /** The id first, which decides between products that are otherwise equal. */
    public static List<SortField<Product>> productSorts() {
        return List.of(SortField.number("id", Product::id), SortField.moment("updatedAt", Product::updatedAt));
    }

    public static Sort<Variant> byVariant() {
        return new Sort<>(List.of(SortField.number("id", Variant::id)), List.of());
    }

    public static Sort<Price> byPrice() {
        return new Sort<>(List.of(SortField.number("id", Price::id)), List.of());
    }
}
