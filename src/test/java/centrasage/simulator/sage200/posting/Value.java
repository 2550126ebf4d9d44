package centrasage.simulator.sage200.posting;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * An amount in the currency of its account and in the company's base currency.
 *
 * <p>A rate says how many units of the currency make one of the base currency, as {@code core_currency_rate} does: the base
 * value is the amount divided by the rate, rounded half up to the penny.
 */
public record Value(BigDecimal amount, BigDecimal base, BigDecimal rate) {

    public static Value at(BigDecimal rate, BigDecimal amount) {
        return new Value(amount, amount.divide(rate, Amounts.PENCE, RoundingMode.HALF_UP), rate);
    }

    public Value negate() {
        return new Value(amount.negate(), base.negate(), rate);
    }

    public Value signed(boolean positive) {
        return positive ? this : negate();
    }
}
