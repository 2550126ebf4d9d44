package centrasage.money;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * A rate of VAT in percent, such as 20 or 5.5; equal rates are equal whatever their decimals.
 *
 * @param percent not negative, below 100
 */
public record VatRate(BigDecimal percent) {
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    /** No VAT: exempt, zero-rated or outside its scope; the tax code says which. */
    public static final VatRate NONE = new VatRate(BigDecimal.ZERO);

    public VatRate {
        if (percent.signum() < 0 || percent.compareTo(HUNDRED) >= 0) {
            throw new IllegalArgumentException("a rate of VAT lies between 0 and 100 %, not at " + percent);
        }
        percent = percent.signum() == 0 ? BigDecimal.ZERO : percent.stripTrailingZeros();
    }

    public static VatRate of(String percent) {
        return new VatRate(new BigDecimal(percent));
    }

    public boolean isZero() {
        return percent.signum() == 0;
    }

    /** The VAT on top of a net amount, exact and unrounded, in major units. */
    public BigDecimal on(BigDecimal net) {
        return net.multiply(percent).movePointLeft(2);
    }

    /** The VAT inside a gross amount, exact to more decimals than any currency has. */
    public BigDecimal inside(BigDecimal gross) {
        return gross.multiply(percent).divide(HUNDRED.add(percent), 6, RoundingMode.HALF_UP);
    }

    /** The gross amount that holds this much VAT; of no use where there is none. */
    public BigDecimal holding(BigDecimal vat) {
        return vat.multiply(HUNDRED.add(percent)).divide(percent, 6, RoundingMode.HALF_UP);
    }

    @Override
    public String toString() {
        return percent.toPlainString() + " %";
    }
}
