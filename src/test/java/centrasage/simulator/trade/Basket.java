package centrasage.simulator.trade;

import java.math.BigDecimal;
import java.util.List;

/**
 * What was bought and how it ships. Prices include VAT.
 *
 * @param vatPercent of shipping, and of what the discounts take off
 */
public record Basket(
        List<Line> lines,
        ShippingOption shippingOption,
        long shippingMinor,
        BigDecimal vatPercent,
        List<Discount> discounts) {

    public Basket {
        lines = List.copyOf(lines);
        discounts = List.copyOf(discounts);
    }

    public Totals totals() {
        return Totals.of(this);
    }

    public Basket withLines(List<Line> newLines) {
        return new Basket(newLines, shippingOption, shippingMinor, vatPercent, discounts);
    }
}
