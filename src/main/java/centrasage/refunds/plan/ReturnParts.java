package centrasage.refunds.plan;

import centrasage.centra.Order.TaxShare;
import centrasage.centra.OrderReturn;
import centrasage.centra.OrderReturn.Line;
import centrasage.flow.Owner;
import centrasage.flow.Reason;
import centrasage.money.VatRate;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * What a customer is given for a return, part by part, so that the parts come to Centra's total and to its VAT. What is left over of the
 * total, within the tolerance, goes on the largest part without VAT.
 */
final class ReturnParts {
    private static final String LOOK =
            "Compare the return in Centra, and enter its credit note in Sage 200 by hand, then resolve this";

    private final OrderReturn made;
    private final int decimals;
    private final BigDecimal tolerance;
    private final Consumer<Reason> tell;
    private final boolean deducted;

    ReturnParts(OrderReturn made, Currency currency, BigDecimal tolerance, Consumer<Reason> tell) {
        this.made = made;
        this.decimals = currency.getDefaultFractionDigits();
        this.tolerance = tolerance;
        this.tell = tell;
        this.deducted = taxes().anyMatch(tax -> tax.deducted().signum() != 0);
    }

    private Stream<TaxShare> taxes() {
        OrderReturn.Totals totals = made.totals();
        return Stream.concat(
                made.lines().stream().map(Line::taxes).flatMap(List::stream),
                Stream.of(totals.shipping(), totals.handling(), totals.returnCost(), totals.discounts())
                        .flatMap(charge -> charge.taxes().stream()));
    }

    /** As far as they can be told; whether they may be posted is for the reasons to say. */
    List<Part> parts() {
        OrderReturn.Totals totals = made.totals();
        List<Part> besides = new ArrayList<>();
        besides.addAll(new Split(Part.Kind.SHIPPING, decimals).of(totals.shipping()));
        besides.addAll(new Split(Part.Kind.HANDLING, decimals).of(totals.handling()));
        besides.addAll(new Split(Part.Kind.VOUCHER, decimals).of(totals.discounts()));
        besides.addAll(new Split(Part.Kind.RETURN_COST, decimals).of(totals.returnCost()));
        List<Part> parts = Stream.concat(goods(besides).stream(), besides.stream())
                .filter(part -> part.gross().signum() != 0)
                .toList();
        BigDecimal left = made.total().subtract(sum(parts, Part::gross));
        if (left.abs().compareTo(tolerance) > 0 || (parts.isEmpty() && left.signum() != 0)) {
            tell.accept(reason(
                    "RETURN_TOTALS",
                    "its goods, shipping, handling, vouchers and return cost come to " + shown(sum(parts, Part::gross))
                            + " and its total is " + shown(made.total())));
            return parts;
        }
        return topped(withVatOfShipping(parts), left);
    }

    /** A bundle is counted itself or by its items, never as both: that which comes to the total. */
    private List<Part> goods(List<Part> besides) {
        BigDecimal wanted = made.total().subtract(sum(besides, Part::gross));
        List<Predicate<Line>> ways = List.of(
                line -> true,
                line -> !line.type().equals("BundleOrderLine"),
                line -> !line.type().equals("BundleItemOrderLine"));
        return ways.stream()
                .map(this::goods)
                .filter(parts -> sum(parts, Part::gross).compareTo(wanted) == 0)
                .findFirst()
                .orElseGet(() -> goods(ways.get(1)));
    }

    /** Where tax was deducted, the customer paid each value without it, whether or not Centra's value "with tax" still shows it. */
    private List<Part> goods(Predicate<Line> which) {
        return made.lines().stream()
                .filter(which)
                .map(line -> deducted
                        ? new Part(Part.Kind.GOODS, line.sku(), line.net(), BigDecimal.ZERO, VatRate.NONE)
                        : new Part(
                                Part.Kind.GOODS,
                                line.sku(),
                                line.gross(),
                                line.gross().subtract(line.net()),
                                new VatRate(line.taxPercent())))
                .toList();
    }

    /** Centra may name no tax rule for shipping: then what is left of the VAT is that of shipping, at a rate of the goods. */
    private List<Part> withVatOfShipping(List<Part> parts) {
        BigDecimal missing =
                deducted ? BigDecimal.ZERO : made.total().subtract(made.net()).subtract(sum(parts, Part::vat));
        if (missing.signum() == 0) {
            return parts;
        }
        Optional<Part> untaxed = parts.stream()
                .filter(part -> part.kind().isCharge() && part.vat().signum() == 0)
                .findFirst();
        Optional<Part> taxed = untaxed.flatMap(part -> parts.stream()
                .filter(goods -> goods.kind() == Part.Kind.GOODS)
                .map(Part::rate)
                .filter(rate ->
                        rate.inside(part.gross()).subtract(missing).abs().compareTo(penny()) <= 0)
                .findFirst()
                .map(rate -> part.with(missing, rate)));
        if (taxed.isPresent()) {
            return parts.stream()
                    .map(part -> part.equals(untaxed.get()) ? taxed.get() : part)
                    .toList();
        }
        if (missing.abs().compareTo(tolerance) > 0) {
            tell.accept(reason(
                    "RETURN_VAT",
                    "the VAT of its parts is " + shown(sum(parts, Part::vat)) + " and that of its total is "
                            + shown(made.total().subtract(made.net()))));
        }
        return parts;
    }

    private List<Part> topped(List<Part> parts, BigDecimal left) {
        if (left.signum() == 0) {
            return parts;
        }
        Part largest = parts.stream().max(Comparator.comparing(Part::gross)).orElseThrow();
        List<Part> topped = new ArrayList<>(parts);
        topped.set(
                parts.indexOf(largest),
                new Part(largest.kind(), largest.sku(), largest.gross().add(left), largest.vat(), largest.rate()));
        return topped;
    }

    private BigDecimal penny() {
        return BigDecimal.ONE.movePointLeft(decimals);
    }

    private static BigDecimal sum(List<Part> parts, Function<Part, BigDecimal> amount) {
        return parts.stream().map(amount).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private String shown(BigDecimal amount) {
        return made.currency() + " " + amount.stripTrailingZeros().toPlainString();
    }

    private Reason reason(String code, String what) {
        return new Reason(
                code, Owner.FINANCE, "Of return " + made.id() + " of order " + made.order() + ", " + what, LOOK);
    }
}
