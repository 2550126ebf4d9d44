package centrasage.simulator.trade;

import java.math.BigDecimal;
import java.util.List;

/** A part of an order under one rate of VAT: its amount in the price list, and the VAT of it. */
public record Taxed(BigDecimal vatPercent, long minor, long tax) {
    static List<Taxed> of(List<Share> shares, TaxMode mode) {
        return Share.merged(shares).stream()
                .map(share -> new Taxed(share.vatPercent(), share.minor(), mode.tax(share.minor(), share.vatPercent())))
                .toList();
    }

    public static long minor(List<Taxed> parts) {
        return parts.stream().mapToLong(Taxed::minor).sum();
    }

    public static long tax(List<Taxed> parts) {
        return parts.stream().mapToLong(Taxed::tax).sum();
    }
}
