package centrasage.catalogue.compare;

import centrasage.centra.CatalogueProduct;
import centrasage.centra.CatalogueProduct.ShownPrice;
import centrasage.centra.CatalogueProduct.Size;
import centrasage.centra.CatalogueProduct.Variant;
import centrasage.sage200.ItemRecord;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Holds a product of Centra's against the items of its SKUs. One product of Centra's is many items of Sage's, one for each size: where
 * these say different things about what the product has once, nobody can tell which of them is meant.
 */
public final class ProductComparison {
    private final Function<String, @Nullable ItemRecord> items;
    private final Set<Field> owned;
    private final Collection<BandPrices> prices;

    /**
     * @param items of Sage's by SKU; null where it has none
     * @param owned by Sage
     */
    public ProductComparison(
            Function<String, @Nullable ItemRecord> items, Set<Field> owned, Collection<BandPrices> prices) {
        this.items = items;
        this.owned = owned;
        this.prices = prices;
    }

    /** All that Sage says about it, and the SKUs that it does not know. */
    public List<Compared> of(CatalogueProduct product) {
        List<Compared> all = new ArrayList<>();
        List<Size> sizes = product.variants().stream()
                .flatMap(each -> each.sizes().stream())
                .toList();
        fact(product, sizes, Field.NAME, product.name(), ItemRecord::name).ifSaid(all);
        fact(product, sizes, Field.WEIGHT, shownWeight(product), item -> weight(item.weight()))
                .ifSaid(all);
        fact(product, sizes, Field.COMMODITY_CODE, product.commodityCode(), ItemRecord::commodityCode)
                .ifSaid(all);
        fact(product, sizes, Field.COUNTRY_OF_ORIGIN, product.origin(), ItemRecord::countryOfOrigin)
                .ifSaid(all);
        for (Size size : sizes) {
            ItemRecord item = items.apply(size.sku());
            if (item == null) {
                Place sku = new Place(Field.SKU, size.id(), 0);
                all.add(new Compared(sku, product.id(), size.sku(), "", size.sku(), unknown(size)));
            }
            if (item != null && owned.contains(Field.BARCODE) && !item.barcode().isEmpty()) {
                Place place = new Place(Field.BARCODE, size.id(), 0);
                all.add(new Compared(place, product.id(), size.sku(), item.barcode(), size.barcode(), ""));
            }
        }
        for (BandPrices band : prices) {
            product.variants().forEach(variant -> price(product, variant, band).ifSaid(all));
        }
        return all;
    }

    /** A product of Sage's that no SKU of Centra's is. @param why it is not made there; empty where that is not tried */
    public static Compared missing(ItemRecord item, String why) {
        Place place = new Place(Field.SKU, -item.id(), 0);
        return new Compared(
                place,
                0,
                item.code(),
                item.code(),
                "",
                "Centra has no SKU " + item.code() + (why.isEmpty() ? "" : ". " + why));
    }

    private static String unknown(Size size) {
        return size.sku().isEmpty()
                ? "A size of Centra's has no SKU"
                : "Sage 200 has no product " + size.sku() + ", and skus.csv names none for it";
    }

    /** What is said about one place, if anything is. */
    private record Said(@Nullable Compared compared) {
        void ifSaid(List<Compared> all) {
            if (compared != null && compared.isSaid()) {
                all.add(compared);
            }
        }
    }

    private Said fact(
            CatalogueProduct product, List<Size> sizes, Field field, String shown, Function<ItemRecord, String> value) {
        if (!owned.contains(field)) {
            return new Said(null);
        }
        Map<String, String> bySku = new TreeMap<>();
        sizes.forEach(size -> put(bySku, size.sku(), value));
        return new Said(compared(new Place(field, product.id(), 0), product, product.number(), bySku, shown));
    }

    private void put(Map<String, String> bySku, String sku, Function<ItemRecord, String> value) {
        ItemRecord item = items.apply(sku);
        if (item != null && !value.apply(item).isEmpty()) {
            bySku.put(sku, value.apply(item));
        }
    }

    /** A variant's own price goes before the product's. */
    private Said price(CatalogueProduct product, Variant variant, BandPrices band) {
        Map<String, String> bySku = new TreeMap<>();
        variant.sizes()
                .forEach(size -> put(
                        bySku,
                        size.sku(),
                        item -> money(
                                band.prices().get(item.code()), band.list().currency())));
        String shown = Stream.of(variant.id(), (Long) null)
                .map(of -> shown(product, band.list().id(), of))
                .filter(text -> !text.isEmpty())
                .findFirst()
                .orElse("");
        String label = variant.sizes().stream()
                .map(Size::sku)
                .filter(sku -> !sku.isEmpty())
                .findFirst()
                .orElse(product.number());
        Place place = new Place(Field.PRICE, variant.id(), band.list().id());
        String tooMany =
                "Centra has more prices of this product in the lists of pricelists.csv than are read: map fewer lists";
        return new Said(
                product.hasAllPrices()
                        ? compared(place, product, label, bySku, shown)
                        : new Compared(place, product.id(), label, "", "", tooMany));
    }

    private static String shown(CatalogueProduct product, long list, @Nullable Long variant) {
        return product.prices().stream()
                .filter(price -> price.pricelist() == list && Objects.equals(price.variant(), variant))
                .map((ShownPrice price) -> money(price.value(), price.currency()))
                .findFirst()
                .orElse("");
    }

    private static Compared compared(
            Place place, CatalogueProduct product, String label, Map<String, String> bySku, String shown) {
        List<String> values = bySku.values().stream().distinct().toList();
        String conflict = values.size() <= 1
                ? ""
                : "Sage 200 says different things about its SKUs: " + bySku + ", and Centra has it once";
        return new Compared(place, product.id(), label, values.size() == 1 ? values.get(0) : "", shown, conflict);
    }

    private static String shownWeight(CatalogueProduct product) {
        return product.kilograms() == null ? product.otherWeight() : weight(product.kilograms());
    }

    private static String weight(@Nullable BigDecimal kilograms) {
        return kilograms == null || kilograms.signum() == 0
                ? ""
                : kilograms.stripTrailingZeros().toPlainString() + " kg";
    }

    /** As {@code 19.99 GBP}; at least two decimals. */
    static String money(@Nullable BigDecimal value, String currency) {
        if (value == null) {
            return "";
        }
        BigDecimal plain = value.stripTrailingZeros();
        return plain.setScale(Math.max(2, plain.scale())).toPlainString() + " " + currency;
    }
}
