package centrasage.simulator.trade;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Two or three articles sold together for less than the sum of their prices. The items repeat the value as shares. */
final class BundleMaker {
    private static final int FINE_DIGITS = 6;

    private final Dice dice;
    private final Pricing pricing;
    private final LineMaker lineMaker;

    BundleMaker(Dice dice, Pricing pricing, LineMaker lineMaker) {
        this.dice = dice;
        this.pricing = pricing;
        this.lineMaker = lineMaker;
    }

    List<Line> lines() {
        List<Article> items = new ArrayList<>();
        int count = dice.between(2, 3);
        for (int i = 0; i < count; i++) {
            items.add(dice.pick(Catalogue.usual()));
        }
        int quantity = dice.chance(80) ? 1 : 2;
        Article bundle = Catalogue.bundle(items, prices(items, dice.between(75, 95)));
        Line whole = lineMaker.line(0, Line.Type.BUNDLE, bundle, quantity);
        List<Line> lines = new ArrayList<>(List.of(whole));
        List<Share> shares = shares(whole.valueMinor(), items);
        for (int i = 0; i < count; i++) {
            Line item = lineMaker.line(i + 1, Line.Type.BUNDLE_ITEM, items.get(i), quantity);
            lines.add(item.priced(unit(shares.get(i).minor(), quantity), BigDecimal.ZERO));
        }
        return lines;
    }

    private static Map<String, Long> prices(List<Article> items, int percent) {
        Map<String, Long> prices = new HashMap<>();
        for (Currency currency : Shop.CURRENCIES) {
            long sum = items.stream().mapToLong(item -> item.price(currency)).sum();
            prices.put(currency.code(), sum * percent / 100);
        }
        return prices;
    }

    /** In proportion to the prices; now and then each is rounded by itself, and a penny is missed. */
    private List<Share> shares(long whole, List<Article> items) {
        List<Share> prices = items.stream()
                .map(item -> new Share(pricing.vatPercent(item), pricing.price(item)))
                .toList();
        List<Share> shares = Share.split(whole, prices);
        if (dice.chance(80)) {
            return shares;
        }
        List<Share> missing = new ArrayList<>(shares);
        Share last = missing.remove(missing.size() - 1);
        missing.add(new Share(last.vatPercent(), last.minor() + (dice.chance(50) ? 1 : -1)));
        return missing;
    }

    private static BigDecimal unit(long share, int quantity) {
        return BigDecimal.valueOf(share)
                .divide(BigDecimal.valueOf(quantity), FINE_DIGITS, RoundingMode.HALF_UP)
                .stripTrailingZeros();
    }
}
