package centrasage.centra;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A product of Centra's as far as Sage 200 may own it. Texts that are not there are empty.
 *
 * @param kilograms its weight; null where it has none, or one in a unit that we do not know
 * @param otherWeight that one, as Centra says it; else empty
 * @param origin the country's code of ISO 3166
 * @param hasAllPrices whether no prices are left out
 */
public record CatalogueProduct(
        long id,
        String number,
        String name,
        @Nullable BigDecimal kilograms,
        String otherWeight,
        String commodityCode,
        String origin,
        List<Variant> variants,
        List<ShownPrice> prices,
        boolean hasAllPrices) {
    public CatalogueProduct {
        variants = List.copyOf(variants);
        prices = List.copyOf(prices);
    }

    /** Which has prices of its own perhaps. */
    public record Variant(long id, List<Size> sizes) {
        public Variant {
            sizes = List.copyOf(sizes);
        }
    }

    /** What is sold. @param sku as Sage's product code, or as {@code skus.csv} says */
    public record Size(long id, String sku, String barcode) {}

    /**
     * A price.
     *
     * @param variant null where it is that of all variants without one of their own
     * @param currency of ISO 4217
     */
    public record ShownPrice(long pricelist, @Nullable Long variant, BigDecimal value, String currency) {}
}
