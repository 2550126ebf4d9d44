package centrasage.simulator.trade;

import java.math.BigDecimal;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One size of one colour of a style: what is stocked, sold and counted.
 *
 * @param rateAtHome the VAT rate in the United Kingdom, where it is not the usual one
 * @param preorder sold before it has arrived
 */
public record Article(
        int id,
        String sku,
        String ean,
        Style style,
        Colour colour,
        String size,
        Map<String, Long> prices,
        @Nullable BigDecimal rateAtHome,
        boolean preorder) {
    public Article {
        prices = Map.copyOf(prices);
    }

    public record Style(int id, String number, String name) {}

    public record Colour(int id, String number, String name) {}

    /** The consumer price in minor units, VAT included. */
    long price(Currency currency) {
        Long price = prices.get(currency.code());
        if (price == null) {
            throw new IllegalArgumentException("no price for " + sku + " in " + currency.code());
        }
        return price;
    }

    BigDecimal vatPercent(Country country) {
        return rateAtHome != null && country.equals(Shop.GB) ? rateAtHome : country.vatPercent();
    }

    Article preordered() {
        return new Article(id, sku, ean, style, colour, size, prices, rateAtHome, true);
    }

    String fullName() {
        return style.name() + ", " + colour.name() + ", " + size;
    }
}
