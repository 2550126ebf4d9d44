package centrasage.orders.check;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * What the rounding line may come to, in the order's currency: so much for each line with a price, and never more than so much for
 * the order. The first keeps prices near what was charged, the second keeps an order of many lines from adding up.
 *
 * @param perLine {@code orders.tolerance}
 * @param perOrder {@code orders.tolerance-per-order}
 */
public record Tolerance(BigDecimal perLine, BigDecimal perOrder) {

    /** For these many lines of one order, in whole pennies. */
    public BigDecimal of(int lines) {
        return perLine.multiply(BigDecimal.valueOf(lines))
                .min(perOrder)
                .setScale(AmountChecks.DECIMALS, RoundingMode.DOWN);
    }

    /** What allows so much and no more, in words. */
    public String words(int lines) {
        String each = "orders.tolerance = " + perLine.toPlainString() + " for each of " + lines + " lines";
        return perLine.multiply(BigDecimal.valueOf(lines)).compareTo(perOrder) <= 0
                ? each
                : "orders.tolerance-per-order = " + perOrder.toPlainString() + " for the order, whatever " + each
                        + " allows";
    }
}
