package centrasage.refunds.plan;

import centrasage.centra.Order.TaxShare;
import centrasage.centra.OrderReturn.Charge;
import centrasage.money.VatRate;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;

/** An amount beside the goods, split by the rates of VAT that Centra applied to it. */
final class Split {
    private final Part.Kind kind;
    private final BigDecimal penny;

    /** @param decimals of the currency */
    Split(Part.Kind kind, int decimals) {
        this.kind = kind;
        this.penny = BigDecimal.ONE.movePointLeft(decimals);
    }

    /** Centra's signs are not relied on: vouchers are written with a minus here and without one there. */
    List<Part> of(Charge charge) {
        BigDecimal base = charge.value().abs();
        if (base.signum() == 0) {
            return List.of();
        }
        List<TaxShare> taxes = charge.taxes().stream().map(Split::unsigned).toList();
        BigDecimal deducted = sum(taxes, TaxShare::deducted);
        BigDecimal gross = base.add(sum(taxes, TaxShare::added)).subtract(deducted);
        List<TaxShare> taxed = deducted.signum() != 0
                ? List.of()
                : taxes.stream().filter(tax -> vat(tax).signum() != 0).toList();
        if (taxed.isEmpty()) {
            return List.of(part(gross, BigDecimal.ZERO, VatRate.NONE));
        }
        return isWhole(gross, taxed)
                ? List.of(
                        part(gross, vat(taxed.get(0)), new VatRate(taxed.get(0).percent())))
                : several(gross, taxed);
    }

    private boolean isWhole(BigDecimal gross, List<TaxShare> taxed) {
        VatRate rate = new VatRate(taxed.get(0).percent());
        return taxed.size() == 1
                && rate.inside(gross).subtract(vat(taxed.get(0))).abs().compareTo(penny) <= 0;
    }

    /** Each rate's value follows from its VAT, as nearly as a penny of VAT tells: Centra's shares may be cut off. What is left bears none. */
    private List<Part> several(BigDecimal gross, List<TaxShare> taxed) {
        List<Part> parts = new ArrayList<>();
        BigDecimal rest = gross;
        BigDecimal unsure = penny;
        for (TaxShare tax : taxed) {
            VatRate rate = new VatRate(tax.percent());
            BigDecimal value = rate.holding(vat(tax)).setScale(penny.scale(), RoundingMode.HALF_UP);
            parts.add(part(value, vat(tax), rate));
            rest = rest.subtract(value);
            unsure = unsure.add(rate.holding(penny));
        }
        if (rest.abs().compareTo(unsure) > 0) {
            parts.add(part(rest, BigDecimal.ZERO, VatRate.NONE));
            return parts;
        }
        Part largest = parts.stream()
                .max(Comparator.comparing(each -> each.gross().abs()))
                .orElseThrow();
        parts.set(
                parts.indexOf(largest),
                new Part(kind, "", largest.gross().add(signed(rest)), largest.vat(), largest.rate()));
        return parts;
    }

    private Part part(BigDecimal gross, BigDecimal vat, VatRate rate) {
        return new Part(kind, "", signed(gross), signed(vat), rate);
    }

    private BigDecimal signed(BigDecimal amount) {
        return kind.sign() < 0 ? amount.negate() : amount;
    }

    private static BigDecimal vat(TaxShare tax) {
        return tax.included().add(tax.added());
    }

    private static TaxShare unsigned(TaxShare tax) {
        return new TaxShare(
                tax.percent(),
                tax.added().abs(),
                tax.deducted().abs(),
                tax.included().abs());
    }

    private static BigDecimal sum(List<TaxShare> taxes, Function<TaxShare, BigDecimal> amount) {
        return taxes.stream().map(amount).reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
