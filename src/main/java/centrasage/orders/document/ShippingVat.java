package centrasage.orders.document;

import static centrasage.flow.Owner.FINANCE;

import centrasage.centra.Order;
import centrasage.money.VatRate;
import centrasage.orders.check.AmountChecks;
import centrasage.orders.check.Complaints;
import centrasage.orders.check.OrderChecks;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The VAT within shipping. Centra states its amount, or only that of the whole order, and never its rate: the rate is the
 * one of the order's own rates, or zero, that gives this amount. Where several give it, as 19 and 20 % of very little do,
 * shipping follows the goods of the highest value.
 */
record ShippingVat(BigDecimal amount, VatRate rate) {
    private static final BigDecimal PENNY = new BigDecimal("0.01");
    private static final BigDecimal HALF_PENNY = new BigDecimal("0.005");
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    /** Null, with a complaint, when no rate of the order explains the amount. */
    static @Nullable ShippingVat of(Order order, Complaints complaints) {
        if (OrderChecks.liveLines(order).stream().noneMatch(line -> AmountChecks.isRate(line.taxPercent()))) {
            // No lines, or none with a rate: told where the lines are checked.
            return null;
        }
        BigDecimal amount = amount(order);
        BigDecimal shipping = order.totals().shipping();
        List<VatRate> rates = rates(order);
        VatRate nearest = rates.stream()
                .filter(rate -> miss(shipping, amount, rate).compareTo(HALF_PENNY) <= 0)
                .findFirst()
                .or(() -> rates.stream().min(Comparator.comparing(rate -> miss(shipping, amount, rate))))
                .orElseThrow();
        if (miss(shipping, amount, nearest).compareTo(PENNY) <= 0) {
            return new ShippingVat(amount, nearest);
        }
        complaints.add(
                "SHIPPING_VAT",
                FINANCE,
                "The VAT of shipping seems to be " + AmountChecks.written(order, amount) + " of "
                        + AmountChecks.written(order, shipping) + ", which none of the order's VAT rates gives",
                "Compare the order in Centra, and its tax rules for shipping");
        return null;
    }

    static BigDecimal ofLines(Order order) {
        return OrderChecks.liveLines(order).stream()
                .map(line -> line.gross().subtract(line.net()))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static BigDecimal amount(Order order) {
        BigDecimal stated = order.totals().shippingTaxIncluded();
        return stated.signum() != 0 ? stated : order.totals().taxIncluded().subtract(ofLines(order));
    }

    /** Those of the goods by their value, the highest first; then none. */
    private static List<VatRate> rates(Order order) {
        Map<VatRate, BigDecimal> values = new LinkedHashMap<>();
        OrderChecks.liveLines(order).stream()
                .filter(line -> AmountChecks.isRate(line.taxPercent()))
                .forEach(line -> values.merge(new VatRate(line.taxPercent()), line.gross(), BigDecimal::add));
        return Stream.concat(
                        values.entrySet().stream()
                                .sorted(Map.Entry.comparingByValue(Comparator.reverseOrder()))
                                .map(Map.Entry::getKey),
                        Stream.of(new VatRate(BigDecimal.ZERO)))
                .distinct()
                .toList();
    }

    private static BigDecimal miss(BigDecimal shipping, BigDecimal amount, VatRate rate) {
        return shipping.multiply(rate.percent())
                .divide(HUNDRED.add(rate.percent()), 6, RoundingMode.HALF_UP)
                .subtract(amount)
                .abs();
    }
}
