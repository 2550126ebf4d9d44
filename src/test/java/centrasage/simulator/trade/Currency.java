package centrasage.simulator.trade;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** A currency the shop sells in, with the units of base currency that one unit of it is worth. */
public record Currency(int id, String code, int digits, BigDecimal baseRate) {

    /** The amount in whole units, without padding: 67500 pence are 675. */
    public BigDecimal amount(long minor) {
        return BigDecimal.valueOf(minor, digits);
    }

    public long minor(BigDecimal amount) {
        return amount.setScale(digits, RoundingMode.HALF_UP).unscaledValue().longValueExact();
    }
}
