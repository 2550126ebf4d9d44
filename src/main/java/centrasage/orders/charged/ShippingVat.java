package centrasage.orders.charged;

import static centrasage.flow.Owner.FINANCE;

import centrasage.centra.Order;
import centrasage.centra.OrderLine;
import centrasage.money.VatRate;
import centrasage.orders.check.AmountChecks;
import centrasage.orders.check.Complaints;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The VAT within shipping where Centra names no tax rule for it: it then states the amount, or only that of the whole order.
 * The rate is the one of the order's own rates, or zero, that gives this amount. Where several give it, as 19 and 20 % of
 * very little do, shipping follows the goods of the highest value.
 */
final class ShippingVat {
    private static final BigDecimal PENNY = new BigDecimal("0.01");
    private static final BigDecimal HALF_PENNY = new BigDecimal("0.005");

    private final Order order;
    private final Complaints complaints;

    ShippingVat(Order order, Complaints complaints) {
        this.order = order;
        this.complaints = complaints;
    }

    /** Null, with a complaint, when no rate of the order explains the amount. */
    @Nullable
    Part part() {
        List<OrderLine> rated = new Bundles(order)
                .counted().stream()
                        .filter(line -> AmountChecks.isRate(line.taxPercent()))
                        .toList();
        if (rated.isEmpty()) {
            // No lines, or none with a rate: told where the lines are checked.
            return null;
        }
        BigDecimal vat = vat();
        BigDecimal shipping = order.totals().shipping();
        List<VatRate> rates = rates(rated);
        VatRate nearest = rates.stream()
                .filter(rate -> miss(shipping, vat, rate).compareTo(HALF_PENNY) <= 0)
                .findFirst()
                .or(() -> rates.stream().min(Comparator.comparing(rate -> miss(shipping, vat, rate))))
                .orElseThrow();
        if (miss(shipping, vat, nearest).compareTo(PENNY) <= 0) {
            return new Part(null, shipping, vat, nearest);
        }
        complaints.add(
                "SHIPPING_VAT",
                FINANCE,
                "The VAT of shipping seems to be " + AmountChecks.written(order, vat) + " of "
                        + AmountChecks.written(order, shipping) + ", which none of the order's VAT rates gives",
                "Compare the order in Centra, and its tax rules for shipping");
        return null;
    }

    /** What is left of the order's VAT is that of shipping only where nothing else has any. */
    private BigDecimal vat() {
        Order.Totals totals = order.totals();
        BigDecimal stated = totals.shippingTaxIncluded();
        boolean alone = totals.handling().signum() == 0 && totals.discounts().signum() == 0;
        return stated.signum() != 0 || !alone ? stated : totals.taxIncluded().subtract(ofLines());
    }

    private BigDecimal ofLines() {
        return new Bundles(order)
                .counted().stream()
                        .map(line -> line.gross().subtract(line.net()))
                        .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** Those of the goods by their value, the highest first; then none. */
    private static List<VatRate> rates(List<OrderLine> rated) {
        Map<VatRate, BigDecimal> values = new LinkedHashMap<>();
        rated.forEach(line -> values.merge(new VatRate(line.taxPercent()), line.gross(), BigDecimal::add));
        return Stream.concat(
                        values.entrySet().stream()
                                .sorted(Map.Entry.comparingByValue(Comparator.reverseOrder()))
                                .map(Map.Entry::getKey),
                        Stream.of(VatRate.NONE))
                .distinct()
                .toList();
    }

    private static BigDecimal miss(BigDecimal shipping, BigDecimal vat, VatRate rate) {
        return rate.inside(shipping).subtract(vat).abs();
    }
}
