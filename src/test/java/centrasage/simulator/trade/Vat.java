package centrasage.simulator.trade;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** VAT contained in prices, or due on top of them. */
public final class Vat {
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private Vat() {}

    /** The VAT inside a gross value, rounded half up to the minor unit. */
    public static long inside(long grossMinor, BigDecimal percent) {
        return BigDecimal.valueOf(grossMinor)
                .multiply(percent)
                .divide(HUNDRED.add(percent), 0, RoundingMode.HALF_UP)
                .longValueExact();
    }

    /** The VAT on a net value, rounded half up to the minor unit. */
    public static long onTop(long netMinor, BigDecimal percent) {
        return BigDecimal.valueOf(netMinor)
                .multiply(percent)
                .divide(HUNDRED, 0, RoundingMode.HALF_UP)
                .longValueExact();
    }
}
