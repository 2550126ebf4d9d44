package centrasage.simulator.trade;

import java.util.Map;

/** A way to ship, with its price by currency in minor units, free from a basket value on. */
public record ShippingOption(int id, String name, String uri, Map<String, Long> prices, Map<String, Long> freeFrom) {

    public ShippingOption {
        prices = Map.copyOf(prices);
        freeFrom = Map.copyOf(freeFrom);
    }

    long price(Currency currency, long basketMinor) {
        Long threshold = freeFrom.get(currency.code());
        if (threshold != null && basketMinor >= threshold) {
            return 0;
        }
        Long price = prices.get(currency.code());
        if (price == null) {
            throw new IllegalArgumentException("no price for " + name + " in " + currency.code());
        }
        return price;
    }
}
