package centrasage.orders.plan;

import centrasage.centra.Order;
import centrasage.centra.Order.TaxShare;
import centrasage.centra.OrderLine;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/**
 * An order drawn from a seed, as a Centra would have it: baskets of one or two VAT rates, discounts of lines and of the whole
 * order, bundles, old gift certificates, shipping, handling, prices with tax, without it and with it taken off, and the three
 * ways in which a shop might round its VAT. All in whole pennies.
 */
final class RandomOrder {
    static final int PRODUCTS = 40;
    private static final int[] RATES = {0, 5, 19, 20, 21, 25};

    /** How the shop's prices and taxes go together. */
    enum Trade {
        INCLUDED,
        ADDED,
        DEDUCTED
    }

    private final Random random;
    private final OrderDraft draft = new OrderDraft();
    private final Map<Integer, Long> vatByRate = new TreeMap<>();
    private final Trade trade;
    private final boolean perUnit;
    private final boolean stillWithTax;
    private boolean shared;

    RandomOrder(long seed) {
        // Neighbouring seeds of java.util.Random start alike.
        this.random = new Random(seed * 0x9e3779b97f4a7c15L);
        int way = random.nextInt(100);
        this.trade = way < 70 ? Trade.INCLUDED : way < 85 ? Trade.ADDED : Trade.DEDUCTED;
        this.perUnit = random.nextInt(100) < 15;
        this.stillWithTax = random.nextBoolean();
    }

    /** A value of the price list, its tax, and the rate. */
    private record Valued(long base, long tax, int percent) {}

    Order build() {
        int rate = RATES[random.nextInt(RATES.length)];
        int other = random.nextInt(4) == 0 ? RATES[random.nextInt(RATES.length)] : rate;
        List<Valued> lines = new ArrayList<>();
        int count = 1 + random.nextInt(random.nextInt(10) == 0 ? 30 : 5);
        for (int i = 0; i < count; i++) {
            int percent = i > 0 && random.nextBoolean() ? other : rate;
            lines.add(random.nextInt(30) == 0 ? bundle(percent) : goods(percent));
        }
        int main = mainRate(lines);
        Valued shipping = surcharge(random.nextInt(3) == 0 ? 0 : pick(495, 590, 4900, 995, 99), main);
        Valued handling = surcharge(random.nextInt(8) == 0 ? pick(250, 199, 1000) : 0, main);
        draft.shipping = money(shipping.base());
        draft.shippingTax = money(trade == Trade.INCLUDED ? shipping.tax() : 0);
        draft.handling = money(handling.base());
        rules(draft.shippingTaxes, shipping, shipping.base() > 0 && random.nextInt(4) > 0);
        rules(draft.handlingTaxes, handling, true);
        totals(lines, shipping, handling, rate == other);
        return draft.build();
    }

    private void totals(List<Valued> lines, Valued shipping, Valued handling, boolean oneRate) {
        long base = lines.stream().mapToLong(Valued::base).sum();
        long tax = shipping.tax()
                + handling.tax()
                + lines.stream().mapToLong(Valued::tax).sum();
        lines.forEach(line -> vatByRate.merge(line.percent(), line.tax(), Long::sum));
        List.of(shipping, handling).forEach(part -> vatByRate.merge(part.percent(), part.tax(), Long::sum));
        draft.lineValues = money(base);
        if (oneRate && trade == Trade.INCLUDED && random.nextInt(100) >= 85) {
            tax = wholeOrderVat(
                    base + shipping.base() + handling.base(), lines.get(0).percent());
        } else if (base > 0 && random.nextInt(4) == 0) {
            tax -= discount(lines, base);
        } else if (base > 0 && trade == Trade.INCLUDED && random.nextInt(20) == 0) {
            credit(base + shipping.base() + handling.base());
        }
        draft.grandTotal = money(base
                + shipping.base()
                + handling.base()
                - pennies(draft.discounts.abs())
                + (trade == Trade.ADDED ? tax : 0)
                - (trade == Trade.DEDUCTED ? tax : 0));
        draft.taxIncluded = money(trade == Trade.INCLUDED ? tax : 0);
        draft.taxAdded = money(trade == Trade.ADDED ? tax : 0);
        draft.taxDeducted = money(trade == Trade.DEDUCTED ? tax : 0);
    }

    private Valued goods(int percent) {
        int quantity = random.nextInt(4) > 0 ? 1 : 1 + random.nextInt(random.nextInt(20) == 0 ? 60 : 5);
        BigDecimal unit = price();
        long base = pennies(unit.multiply(BigDecimal.valueOf(quantity)));
        long tax = perUnit ? tax(pennies(unit), percent) * quantity : tax(base, percent);
        Valued valued = new Valued(base, tax, percent);
        draft.lines.add(line("ProductOrderLine", quantity, valued));
        return valued;
    }

    /** Items are rounded shares of a price that is lower than theirs. */
    private Valued bundle(int percent) {
        long base = pennies(price()) + 100;
        Valued whole = new Valued(base, tax(base, percent), percent);
        draft.lines.add(line("BundleOrderLine", 1, whole));
        int items = 2 + random.nextInt(2);
        for (int i = 0; i < items; i++) {
            long share = (2 * base + items) / (2L * items);
            draft.lines.add(line("BundleItemOrderLine", 1, new Valued(share, tax(share, percent), percent)));
        }
        return whole;
    }

    private OrderLine line(String type, int quantity, Valued valued) {
        long with = trade == Trade.ADDED ? valued.base() + valued.tax() : valued.base();
        long without = trade == Trade.ADDED ? valued.base() : valued.base() - valued.tax();
        boolean free = trade == Trade.DEDUCTED && !stillWithTax;
        return new OrderLine(
                draft.lines.size() + 1,
                type,
                "SKU" + random.nextInt(PRODUCTS),
                "Product",
                quantity,
                0,
                money(with),
                money(with),
                money(free ? without : with),
                money(without),
                BigDecimal.valueOf(valued.percent()),
                null,
                random.nextInt(30) == 0);
    }

    private Valued surcharge(long base, int percent) {
        return new Valued(base, tax(base, percent), percent);
    }

    /** Mostly .99, .95 and .00 as shops have them, then discounts by a percentage, which may leave a fraction. */
    private BigDecimal price() {
        if (random.nextInt(40) == 0) {
            return random.nextBoolean() ? BigDecimal.ZERO : BigDecimal.valueOf(1 + random.nextInt(50), 2);
        }
        int[] endings = {99, 95, 0, 50, random.nextInt(100)};
        BigDecimal price = BigDecimal.valueOf(random.nextInt(300) * 100L + endings[random.nextInt(endings.length)], 2);
        return switch (random.nextInt(6)) {
            case 0 -> money(pennies(price.multiply(BigDecimal.valueOf(100 - random.nextInt(70), 2))));
            case 1 -> price.multiply(BigDecimal.valueOf(100 - random.nextInt(70), 2));
            default -> price;
        };
    }

    /** VAT rounded once, on the whole order. */
    private long wholeOrderVat(long gross, int percent) {
        long tax = tax(gross, percent);
        vatByRate.clear();
        vatByRate.put(percent, tax);
        return tax;
    }

    /** A share of the goods, or all of them; shared out over the lines in their order. Answers the VAT that it takes off. */
    private long discount(List<Valued> lines, long base) {
        boolean all = trade == Trade.INCLUDED && random.nextInt(10) == 0;
        long discount = all ? base : 1 + (long) (random.nextDouble() * 0.6 * base);
        Map<Integer, Long> byRate = new TreeMap<>();
        long before = 0;
        long sofar = 0;
        for (Valued line : lines) {
            sofar += line.base();
            long until = BigDecimal.valueOf(discount)
                    .multiply(BigDecimal.valueOf(sofar))
                    .divide(BigDecimal.valueOf(base), 0, java.math.RoundingMode.HALF_UP)
                    .longValueExact();
            byRate.merge(line.percent(), until - before, Long::sum);
            before = until;
        }
        boolean stated = random.nextInt(10) > 0;
        boolean minus = random.nextBoolean();
        long taken = 0;
        for (Map.Entry<Integer, Long> rate : byRate.entrySet()) {
            Valued valued = new Valued(rate.getValue(), tax(rate.getValue(), rate.getKey()), rate.getKey());
            vatByRate.merge(rate.getKey(), -valued.tax(), Long::sum);
            taken += valued.tax();
            boolean needed = trade != Trade.INCLUDED;
            if (stated || needed) {
                rules(draft.discountTaxes, minus ? new Valued(0, -valued.tax(), rate.getKey()) : valued, true);
            }
        }
        shared = !stated && trade == Trade.INCLUDED && vatByRate.size() > 1;
        draft.discounts = money(minus ? -discount : discount);
        draft.appliedDiscounts.add(new Order.Discount("AppliedVoucherDiscount", money(discount), BigDecimal.ZERO));
        return taken;
    }

    /** What an old gift certificate pays; its VAT stays in the order. */
    private void credit(long gross) {
        long credit = 1 + (long) (random.nextDouble() * (gross - 1));
        draft.discounts = money(credit);
        draft.appliedDiscounts.add(new Order.Discount("AppliedVoucherCredit", money(credit), BigDecimal.ZERO));
    }

    private void rules(List<TaxShare> rules, Valued valued, boolean stated) {
        if (valued.percent() == 0 || (!stated && trade == Trade.INCLUDED) || valued.tax() == 0) {
            return;
        }
        BigDecimal tax = money(valued.tax());
        BigDecimal none = BigDecimal.ZERO;
        rules.add(new TaxShare(
                BigDecimal.valueOf(valued.percent()),
                trade == Trade.ADDED ? tax : none,
                trade == Trade.DEDUCTED ? tax : none,
                trade == Trade.INCLUDED ? tax : none));
    }

    /** Shipping follows the goods of the highest value. */
    private static int mainRate(List<Valued> lines) {
        Map<Integer, Long> values = new TreeMap<>();
        lines.forEach(line -> values.merge(line.percent(), line.base(), Long::sum));
        return Collections.max(values.entrySet(), Map.Entry.comparingByValue()).getKey();
    }

    /** Half up. */
    private long tax(long base, int percent) {
        long whole = trade == Trade.ADDED ? 100 : 100 + percent;
        return Math.floorDiv(2 * base * percent + whole, 2 * whole);
    }

    private long pick(long... values) {
        return values[random.nextInt(values.length)];
    }

    /** Whether nobody but the planner knows which rate bears how much of the discount's VAT. */
    boolean isShared() {
        return shared;
    }

    /** What Centra charged, by the tax code of the test company; nothing where the tax was taken off. */
    Map<Integer, Long> vatByCode(Map<Integer, Integer> ratePoints) {
        Map<Integer, Long> vat = new TreeMap<>();
        vatByRate.forEach((percent, tax) -> vat.merge(
                code(trade == Trade.DEDUCTED ? 0 : percent, ratePoints), trade == Trade.DEDUCTED ? 0 : tax, Long::sum));
        return vat;
    }

    private static int code(int percent, Map<Integer, Integer> ratePoints) {
        return ratePoints.entrySet().stream()
                .filter(rate -> rate.getValue() == percent * 100 && rate.getKey() != 91)
                .map(Map.Entry::getKey)
                .findFirst()
                .orElseThrow();
    }

    private static long pennies(BigDecimal amount) {
        return amount.setScale(2, java.math.RoundingMode.HALF_UP)
                .movePointRight(2)
                .longValueExact();
    }

    private static BigDecimal money(long pennies) {
        return BigDecimal.valueOf(pennies, 2);
    }
}
