package centrasage.simulator.trade;

import java.util.Map;

/** One size of one colour of a style: what is stocked, sold and counted. */
public record Article(
        int id, String sku, String ean, Style style, Colour colour, String size, Map<String, Long> prices) {

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

    String fullName() {
        return style.name() + ", " + colour.name() + ", " + size;
    }
}
