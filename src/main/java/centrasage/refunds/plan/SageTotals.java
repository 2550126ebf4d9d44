package centrasage.refunds.plan;

import centrasage.mapping.VatRounding;
import centrasage.money.VatRate;
import centrasage.sage200.NewSalesOrder.Line;
import centrasage.sage200.Site;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What Sage will make of lines: it computes VAT itself, on each line or once for each tax code, as {@code companies.csv} says. */
final class SageTotals {
    private static final int PENCE = 2;

    private final Site site;
    private final VatRounding rounding;

    SageTotals(Site site, VatRounding rounding) {
        this.site = site;
        this.rounding = rounding;
    }

    /** @param total with the VAT */
    record Totals(BigDecimal total, BigDecimal vat) {}

    Totals of(List<Line> lines) {
        BigDecimal values = BigDecimal.ZERO;
        BigDecimal vat = BigDecimal.ZERO;
        Map<Integer, BigDecimal> byTaxCode = new TreeMap<>();
        for (Line line : lines) {
            BigDecimal value = pence(line.unitPrice().multiply(line.quantity()));
            values = values.add(value);
            int code = line.taxCode() == null ? -1 : line.taxCode();
            byTaxCode.merge(code, value, BigDecimal::add);
            vat = vat.add(vat(code, value));
        }
        if (rounding == VatRounding.PER_TAX_CODE) {
            vat = byTaxCode.entrySet().stream()
                    .map(share -> vat(share.getKey(), share.getValue()))
                    .reduce(BigDecimal.ZERO, BigDecimal::add);
        }
        return new Totals(site.pricesIncludeTax() ? values : values.add(vat), vat);
    }

    private BigDecimal vat(int code, BigDecimal value) {
        Site.TaxCode taxCode = site.taxCodes().get(code);
        VatRate rate = taxCode == null ? VatRate.NONE : new VatRate(taxCode.rate());
        return pence(site.pricesIncludeTax() ? rate.inside(value) : rate.on(value));
    }

    static BigDecimal pence(BigDecimal exact) {
        return exact.setScale(PENCE, RoundingMode.HALF_UP);
    }
}
