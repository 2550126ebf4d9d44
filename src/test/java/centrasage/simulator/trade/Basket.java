package centrasage.simulator.trade;

import java.util.List;

/** What was bought and how it ships, in the terms of the price list that the tax mode tells. */
public record Basket(
        List<Line> lines,
        ShippingOption shippingOption,
        List<Share> shipping,
        List<Share> handling,
        TaxMode taxMode,
        List<Discount> discounts,
        Signs signs) {

    public Basket {
        lines = List.copyOf(lines);
        shipping = List.copyOf(shipping);
        handling = List.copyOf(handling);
        discounts = List.copyOf(discounts);
    }

    public Totals totals() {
        return Totals.of(this);
    }

    public Basket withLines(List<Line> newLines) {
        return new Basket(newLines, shippingOption, shipping, handling, taxMode, discounts, signs);
    }

    Basket withDiscounts(List<Discount> newDiscounts, Signs newSigns) {
        return new Basket(lines, shippingOption, shipping, handling, taxMode, newDiscounts, newSigns);
    }

    /** The values of the lines by rate of VAT. */
    List<Share> lineShares() {
        return Share.merged(lines.stream()
                .filter(Line::counts)
                .map(line -> new Share(line.vatPercent(), line.valueMinor()))
                .toList());
    }
}
