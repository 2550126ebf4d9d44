package centrasage.orders.document;

import centrasage.mapping.VatRounding;
import centrasage.money.Money;
import centrasage.money.VatRate;
import centrasage.orders.check.AmountChecks;
import centrasage.sage200.NewSalesOrder;
import centrasage.sage200.NewSalesOrder.Line;
import centrasage.sage200.NewSalesOrder.LineType;
import centrasage.sage200.Site;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * Whether the VAT that Sage 200 computed is exactly what the other way of rounding gives for the lines that were sent: then
 * {@code companies.csv} may say the wrong one. A proposal to a person; nothing is changed by it.
 */
public final class RoundingProposal {
    private final NewSalesOrder sent;
    private final Site site;

    public RoundingProposal(NewSalesOrder sent, Site site) {
        this.sent = sent;
        this.site = site;
    }

    /** The way in which Sage seems to round; empty when the difference has another cause, or both ways give the same. */
    Optional<VatRounding> of(Money vat) {
        try {
            return seen(vat);
        } catch (ArithmeticException | IllegalArgumentException e) {
            return Optional.empty(); // a rate that no rule knows; the order is posted all the same
        }
    }

    private Optional<VatRounding> seen(Money vat) {
        Optional<Long> perLine = vat(VatRounding.PER_LINE);
        Optional<Long> perTaxCode = vat(VatRounding.PER_TAX_CODE);
        if (perLine.isEmpty() || perTaxCode.isEmpty()) {
            return Optional.empty();
        }
        long planned = minor(sent.vat().amount());
        long actual = minor(vat.amount());
        if (planned == actual) {
            return Optional.empty();
        }
        if (planned == perLine.get() && actual == perTaxCode.get()) {
            return Optional.of(VatRounding.PER_TAX_CODE);
        }
        return planned == perTaxCode.get() && actual == perLine.get()
                ? Optional.of(VatRounding.PER_LINE)
                : Optional.empty();
    }

    /** What a person may change, in words. */
    public Optional<String> words(Money vat) {
        return of(vat).map(way -> "Sage's VAT is exactly what " + written(way) + " gives for the lines that were sent."
                + " If other orders show the same, change the row of company " + sent.company()
                + " in companies.csv: vat_rounding = " + written(way) + " instead of " + written(other(way)));
    }

    /** What Sage makes of the lines if it rounds so; empty when the company has one of their tax codes no more. */
    private Optional<Long> vat(VatRounding rounding) {
        Map<Integer, Long> bases = new HashMap<>();
        long ofLines = 0;
        for (Line line : sent.lines()) {
            Integer code = line.taxCode();
            if (line.type() == LineType.COMMENT || code == null) {
                continue;
            }
            Site.TaxCode taxCode = site.taxCodes().get(code);
            if (taxCode == null) {
                return Optional.empty();
            }
            long base = minor(line.unitPrice().multiply(line.quantity()));
            bases.merge(code, base, Long::sum);
            ofLines += rule(taxCode).vat(base);
        }
        return Optional.of(rounding == VatRounding.PER_LINE ? ofLines : ofCodes(bases));
    }

    private long ofCodes(Map<Integer, Long> bases) {
        return bases.entrySet().stream()
                .mapToLong(code -> rule(taxCode(code.getKey())).vat(code.getValue()))
                .sum();
    }

    private Site.TaxCode taxCode(int code) {
        return Objects.requireNonNull(site.taxCodes().get(code));
    }

    private VatRule rule(Site.TaxCode taxCode) {
        return VatRule.of(new VatRate(taxCode.rate()), site.pricesIncludeTax());
    }

    private static long minor(BigDecimal amount) {
        return amount.movePointRight(AmountChecks.DECIMALS)
                .setScale(0, RoundingMode.HALF_UP)
                .longValueExact();
    }

    private static VatRounding other(VatRounding way) {
        return way == VatRounding.PER_LINE ? VatRounding.PER_TAX_CODE : VatRounding.PER_LINE;
    }

    /** As {@code companies.csv} writes it. */
    private static String written(VatRounding way) {
        return way.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
