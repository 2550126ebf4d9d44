package centrasage.simulator.trade;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Totals worked out a second time: by integer arithmetic, and from what the customer pays instead of the price list. */
final class TradeTotalsTest {
    private static final LocalDate DAY = LocalDate.of(2026, 11, 20);

    /** What is charged at one rate, and the VAT of it, in minor units. */
    private static final class Sums {
        private final Map<Integer, Long> values = new HashMap<>();
        private final Map<Integer, Long> taxes = new HashMap<>();

        void add(int percent, long value, long tax) {
            values.merge(percent, value, Long::sum);
            taxes.merge(percent, tax, Long::sum);
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 20261123, -7})
    void totals_of_ten_thousand_orders_add_up_in_integers(long seed) {
        Set<TaxMode> met = new HashSet<>();
        for (TradeOrder order : new TradeGenerator(seed).day(DAY, 10_000)) {
            Basket basket = order.basket();
            met.add(basket.taxMode());
            Sums charged = charged(basket);
            long all = sum(charged.values);
            long off = 0;
            long tax = sum(charged.taxes);
            for (Map.Entry<Integer, Long> discount : discounts(basket).entrySet()) {
                off += discount.getValue();
                tax -= discountTax(charged, basket.taxMode(), discount.getKey(), discount.getValue());
            }

            assertTotals(order, all - off, tax);
        }
        assertThat(met).containsExactlyInAnyOrder(TaxMode.values());
    }

    private static void assertTotals(TradeOrder order, long listed, long tax) {
        Totals totals = order.basket().totals();
        long paid = switch (order.basket().taxMode()) {
            case INCLUDED -> listed;
            case ADDED -> listed + tax;
            case DEDUCTED, DEDUCTED_FROM_LINES -> listed - tax;
        };
        assertThat(totals.grand()).as("order %s", order).isEqualTo(paid).isNotNegative();
        assertThat(totals.grand())
                .as("the identity of %s", order)
                .isEqualTo(totals.lineValues()
                        + totals.shippingMinor()
                        + totals.handlingMinor()
                        - totals.discountsMinor()
                        + totals.taxAdded()
                        - totals.taxDeducted());
        assertThat(totals.vat())
                .as("VAT of %s", order)
                .isEqualTo(order.basket().taxMode().deducts() ? 0 : tax);
    }

    private static Sums charged(Basket basket) {
        Sums sums = new Sums();
        for (Line line : basket.lines()) {
            if (line.type() != Line.Type.BUNDLE_ITEM) {
                int percent = line.vatPercent().intValueExact();
                long value = line.unitMinor().longValueExact() * line.quantity();
                sums.add(percent, value, tax(basket.taxMode(), value, percent));
            }
        }
        for (List<Share> shares : List.of(basket.shipping(), basket.handling())) {
            byRate(shares).forEach((percent, value) -> sums.add(percent, value, tax(basket.taxMode(), value, percent)));
        }
        return sums;
    }

    private static Map<Integer, Long> discounts(Basket basket) {
        return byRate(basket.discounts().stream()
                .flatMap(discount -> discount.shares().stream())
                .toList());
    }

    private static Map<Integer, Long> byRate(List<Share> shares) {
        Map<Integer, Long> byRate = new HashMap<>();
        shares.forEach(share -> byRate.merge(share.vatPercent().intValueExact(), share.minor(), Long::sum));
        return byRate;
    }

    /** A discount of all there is at a rate leaves no VAT. */
    private static long discountTax(Sums charged, TaxMode mode, int percent, long minor) {
        return charged.values.getOrDefault(percent, 0L) == minor
                ? charged.taxes.getOrDefault(percent, 0L)
                : tax(mode, minor, percent);
    }

    /** Half up, by integer arithmetic: unlike the code under test, which divides decimals. */
    private static long tax(TaxMode mode, long minor, int percent) {
        int base = mode == TaxMode.ADDED ? 100 : 100 + percent;
        return (2 * minor * percent + base) / (2L * base);
    }

    private static long sum(Map<Integer, Long> amounts) {
        return amounts.values().stream().mapToLong(Long::longValue).sum();
    }

    @Test
    void an_old_certificate_takes_off_no_vat_that_is_due() {
        int lessened = 0;
        for (TradeOrder order : new TradeGenerator(4).day(DAY, 200, Mix.only(OrderKind.VOUCHER_CREDIT), 1)) {
            Basket basket = order.basket();
            long whole =
                    basket.withDiscounts(List.of(), Signs.POSITIVE).totals().vat();

            assertThat(basket.totals().vatDue()).isEqualTo(whole);
            lessened += basket.totals().vat() < whole ? 1 : 0;
        }
        assertThat(lessened).isBetween(60, 140);
    }

    @Test
    void the_sign_of_a_discount_changes_nothing_but_how_it_is_written() {
        List<TradeOrder> usual = new TradeGenerator(4).day(DAY, 500);
        List<TradeOrder> negative =
                new TradeGenerator(4).withNegativeDiscounts().day(DAY, 500);

        assertThat(negative).allMatch(order -> order.basket().signs().negativeDiscounts());
        assertThat(negative)
                .extracting(order -> order.basket().totals())
                .isEqualTo(usual.stream().map(order -> order.basket().totals()).toList());
    }
}
