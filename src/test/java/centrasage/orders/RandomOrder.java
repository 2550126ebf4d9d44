package centrasage.orders;

import centrasage.centra.Order;
import centrasage.centra.OrderLine;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/**
 * An order drawn from a seed, as a Centra would have it: baskets of one or two VAT rates, discounts, shipping, and the three
 * ways in which a shop might round its VAT.
 */
final class RandomOrder {
    static final int PRODUCTS = 40;
    private static final int[] RATES = {0, 5, 19, 20, 21, 25};

    private final Random random;
    private final OrderDraft draft = new OrderDraft();

    RandomOrder(long seed) {
        // Neighbouring seeds of java.util.Random start alike.
        this.random = new Random(seed * 0x9e3779b97f4a7c15L);
    }

    Order build() {
        int rounding = random.nextInt(100);
        int rate = RATES[random.nextInt(RATES.length)];
        int other = random.nextInt(4) == 0 ? RATES[random.nextInt(RATES.length)] : rate;
        int lines = 1 + random.nextInt(random.nextInt(10) == 0 ? 30 : 5);
        for (int i = 0; i < lines; i++) {
            draft.lines.add(line(i, i > 0 && random.nextBoolean() ? other : rate, rounding < 15));
        }
        shipping(mainRate(draft.lines).intValueExact());
        if (rounding >= 85 && rate == other) {
            wholeOrderVat(rate);
        }
        return draft.build();
    }

    private OrderLine line(int index, int percent, boolean perUnit) {
        int quantity = random.nextInt(4) > 0 ? 1 : 1 + random.nextInt(random.nextInt(20) == 0 ? 60 : 5);
        BigDecimal unit = price();
        BigDecimal gross = unit.multiply(BigDecimal.valueOf(quantity)).setScale(2, RoundingMode.HALF_UP);
        BigDecimal vat = perUnit
                ? inside(unit.setScale(2, RoundingMode.HALF_UP), percent).multiply(BigDecimal.valueOf(quantity))
                : inside(gross, percent);
        return new OrderLine(
                index + 1,
                "ProductOrderLine",
                "SKU" + random.nextInt(PRODUCTS),
                "Product",
                quantity,
                0,
                unit,
                unit,
                gross,
                gross.subtract(vat),
                BigDecimal.valueOf(percent),
                null, false);
    }

    /** Mostly .99, .95 and .00 as shops have them, then discounts by a percentage, which may leave a fraction. */
    private BigDecimal price() {
        if (random.nextInt(40) == 0) {
            return random.nextBoolean() ? BigDecimal.ZERO : BigDecimal.valueOf(1 + random.nextInt(50), 2);
        }
        int[] endings = {99, 95, 0, 50, random.nextInt(100)};
        BigDecimal price = BigDecimal.valueOf(random.nextInt(300) * 100L + endings[random.nextInt(endings.length)], 2);
        return switch (random.nextInt(6)) {
            case 0 ->
                price.multiply(BigDecimal.valueOf(100 - random.nextInt(70), 2)).setScale(2, RoundingMode.HALF_UP);
            case 1 -> price.multiply(BigDecimal.valueOf(100 - random.nextInt(70), 2));
            default -> price;
        };
    }

    private void shipping(int percent) {
        if (random.nextInt(3) == 0) {
            draft.withoutShipping();
            return;
        }
        draft.shipping = new BigDecimal(new String[] {"4.95", "5.90", "49.00", "9.95", "0.99"}[random.nextInt(5)]);
        draft.shippingTax = inside(draft.shipping, percent);
    }

    /** Shipping follows the goods of the highest value. */
    private static BigDecimal mainRate(List<OrderLine> lines) {
        Map<BigDecimal, BigDecimal> values = new LinkedHashMap<>();
        lines.forEach(line -> values.merge(line.taxPercent(), line.gross(), BigDecimal::add));
        return values.entrySet().stream()
                .sorted(Map.Entry.comparingByValue(Comparator.reverseOrder()))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElseThrow();
    }

    /** VAT rounded once, on the whole order. */
    private void wholeOrderVat(int percent) {
        BigDecimal gross = draft.lines.stream().map(OrderLine::gross).reduce(draft.shipping, BigDecimal::add);
        draft.taxIncluded = inside(gross, percent);
    }

    private static BigDecimal inside(BigDecimal gross, int percent) {
        return gross.multiply(BigDecimal.valueOf(percent))
                .divide(BigDecimal.valueOf(100L + percent), 2, RoundingMode.HALF_UP);
    }

    /** What Centra charged, by the tax code of the test company. */
    static Map<Integer, Long> vatByCode(Order order, Map<Integer, Integer> ratePoints) {
        Map<Integer, Long> vat = new TreeMap<>();
        for (OrderLine line : order.lines()) {
            BigDecimal of = line.gross().subtract(line.net());
            vat.merge(code(line.taxPercent(), ratePoints), minor(of), Long::sum);
        }
        if (order.totals().shipping().signum() > 0) {
            vat.merge(
                    code(mainRate(order.lines()), ratePoints),
                    minor(order.totals().shippingTaxIncluded()),
                    Long::sum);
        }
        long total = vat.values().stream().mapToLong(Long::longValue).sum();
        long whole = minor(order.totals().taxIncluded());
        if (total != whole) {
            vat.merge(code(mainRate(order.lines()), ratePoints), whole - total, Long::sum);
        }
        return vat;
    }

    private static int code(BigDecimal percent, Map<Integer, Integer> ratePoints) {
        int points = percent.movePointRight(2).intValueExact();
        return ratePoints.entrySet().stream()
                .filter(rate -> rate.getValue() == points && rate.getKey() != 91)
                .map(Map.Entry::getKey)
                .findFirst()
                .orElseThrow();
    }

    private static long minor(BigDecimal amount) {
        return amount.movePointRight(2).longValueExact();
    }
}
