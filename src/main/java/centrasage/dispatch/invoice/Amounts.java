package centrasage.dispatch.invoice;

import java.math.BigDecimal;

/**
 * Value and VAT of some part of an order.
 *
 * @param goods without VAT
 */
record Amounts(BigDecimal goods, BigDecimal tax) {
    static final Amounts NONE = new Amounts(BigDecimal.ZERO, BigDecimal.ZERO);

    static Amounts of(BigDecimal gross, BigDecimal tax) {
        return new Amounts(gross.subtract(tax), tax);
    }

    Amounts plus(Amounts other) {
        return new Amounts(goods.add(other.goods), tax.add(other.tax));
    }

    Amounts minus(Amounts other) {
        return new Amounts(goods.subtract(other.goods), tax.subtract(other.tax));
    }

    BigDecimal gross() {
        return goods.add(tax);
    }

    boolean isNone() {
        return goods.signum() == 0 && tax.signum() == 0;
    }

    boolean isBelowZero() {
        return goods.signum() < 0 || tax.signum() < 0;
    }

    /** Neither of both is further from nothing. */
    boolean isWithin(BigDecimal most) {
        return goods.abs().compareTo(most) <= 0 && tax.abs().compareTo(most) <= 0;
    }
}
