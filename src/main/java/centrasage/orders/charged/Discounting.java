package centrasage.orders.charged;

import static centrasage.flow.Owner.FINANCE;

import centrasage.centra.Order;
import centrasage.money.VatRate;
import centrasage.orders.check.AmountChecks;
import centrasage.orders.check.Complaints;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Takes a discount of the whole order off its parts: off shipping what it gives for shipping, the rest off the goods in
 * proportion to their values. Where goods of several rates were discounted, Centra's VAT of the discount says how much of it
 * fell on each rate.
 */
final class Discounting {
    private static final BigDecimal PENNY = new BigDecimal("0.01");

    /** What a penny of VAT leaves open about the values of some low rates. */
    private static final BigDecimal UNSURE = new BigDecimal("0.25");

    private final Order order;
    private final Complaints complaints;

    Discounting(Order order, Complaints complaints) {
        this.order = order;
        this.complaints = complaints;
    }

    Charges spread(Charges before) {
        BigDecimal discount = before.discount();
        BigDecimal onShipping = shippingShare().min(discount).min(new Parts(before.shipping()).gross());
        BigDecimal onLines = discount.subtract(onShipping).min(new Parts(before.lines()).gross());
        BigDecimal rest = discount.subtract(onShipping).subtract(onLines);
        BigDecimal more = rest.min(new Parts(before.shipping()).gross().subtract(onShipping));
        BigDecimal onHandling = rest.subtract(more);
        if (onHandling.compareTo(new Parts(before.handling()).gross()) > 0) {
            complaints.add(
                    "TOTALS",
                    FINANCE,
                    "The discount of " + AmountChecks.written(order, discount) + " is more than there is to pay",
                    "Compare the order in Centra; report it if Centra shows these amounts");
            return before;
        }
        Charges after = new Charges(
                Shares.off(before.lines(), onLines),
                Shares.off(before.shipping(), onShipping.add(more)),
                Shares.off(before.handling(), onHandling),
                before.vat(),
                discount,
                before.credit(),
                new Parts(before.parts()).rates().size() > 1);
        boolean told = !order.totals().discountTaxes().isEmpty()
                && onLines.compareTo(discount) == 0
                && before.credit().signum() == 0;
        return told ? asStated(before, after) : after;
    }

    /** Centra's VAT of the discount says what fell on each rate, whether it was shared out in proportion or not. */
    private Charges asStated(Charges before, Charges proportional) {
        if (agrees(before, proportional)) {
            return withStatedVat(before, proportional);
        }
        Map<VatRate, BigDecimal> byRate = byRate(before);
        return byRate.isEmpty()
                ? proportional
                : withStatedVat(before, proportional.withLines(off(before.lines(), byRate)));
    }

    private boolean agrees(Charges before, Charges after) {
        Parts was = new Parts(before.lines());
        Parts is = new Parts(after.lines());
        return was.rates().stream()
                .allMatch(rate ->
                        rate.inside(was.of(rate).gross().subtract(is.of(rate).gross()))
                                        .subtract(statedVat(rate))
                                        .abs()
                                        .compareTo(PENNY)
                                <= 0);
    }

    private BigDecimal shippingShare() {
        return order.discounts().stream()
                .map(discount -> discount.type().equals("AppliedVoucherFreeShipping")
                        ? discount.value().abs().max(discount.shippingValue().abs())
                        : discount.shippingValue().abs())
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** How much of the discount fell on the goods of each rate, from its VAT; empty where Centra's figures do not tell. */
    private Map<VatRate, BigDecimal> byRate(Charges before) {
        Map<VatRate, BigDecimal> byRate = new HashMap<>();
        Parts lines = new Parts(before.lines());
        List<VatRate> rates = lines.rates();
        BigDecimal rest = before.discount();
        for (VatRate rate : rates) {
            BigDecimal value = rate.isZero() ? BigDecimal.ZERO : pennies(rate.holding(statedVat(rate)));
            byRate.put(rate, value);
            rest = rest.subtract(value);
        }
        boolean freeOfVat = rates.contains(VatRate.NONE);
        if (!freeOfVat && rest.abs().compareTo(UNSURE) > 0) {
            return Map.of();
        }
        byRate.merge(freeOfVat ? VatRate.NONE : largest(byRate), rest, BigDecimal::add);
        boolean fits = byRate.entrySet().stream()
                .allMatch(entry -> entry.getValue().signum() >= 0
                        && entry.getValue().compareTo(lines.of(entry.getKey()).gross()) <= 0);
        return fits ? byRate : Map.of();
    }

    private BigDecimal statedVat(VatRate rate) {
        return order.totals().discountTaxes().stream()
                .map(Charging::unsigned)
                .filter(tax -> tax.percent().compareTo(rate.percent()) == 0)
                .map(Reading.WITH_TAX::vat)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static List<Part> off(List<Part> lines, Map<VatRate, BigDecimal> byRate) {
        List<Part> result = new ArrayList<>(lines);
        byRate.forEach((rate, discount) -> {
            List<Integer> indices = IntStream.range(0, lines.size())
                    .boxed()
                    .filter(index -> lines.get(index).rate().equals(rate))
                    .toList();
            List<Part> lesser = Shares.off(indices.stream().map(lines::get).toList(), discount);
            IntStream.range(0, indices.size()).forEach(i -> result.set(indices.get(i), lesser.get(i)));
        });
        return result;
    }

    /** The VAT of each rate is what it was, less what Centra says of the discount; the largest line takes the pennies. */
    private Charges withStatedVat(Charges before, Charges after) {
        Parts was = new Parts(before.lines());
        Parts lines = new Parts(after.lines());
        for (VatRate rate : lines.rates()) {
            BigDecimal wanted = was.of(rate).vat().subtract(statedVat(rate));
            BigDecimal missing = wanted.subtract(lines.of(rate).vat());
            lines = lines.onLargest(
                    part -> part.rate().equals(rate),
                    part -> part.withVat(part.vat().add(missing)));
        }
        return after.withLines(lines.list()).told();
    }

    private static VatRate largest(Map<VatRate, BigDecimal> byRate) {
        return byRate.entrySet().stream()
                .max(Map.Entry.comparingByValue())
                .map(Map.Entry::getKey)
                .orElse(VatRate.NONE);
    }

    private static BigDecimal pennies(BigDecimal amount) {
        return amount.setScale(AmountChecks.DECIMALS, RoundingMode.HALF_UP);
    }
}
