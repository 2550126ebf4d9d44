package centrasage.orders.document;

import centrasage.money.VatRate;
import java.util.OptionalLong;

/**
 * How Sage 200 arrives at the VAT of a base, in whole pennies. The base is the net amount, or the gross amount where the
 * company's prices include VAT.
 *
 * <p>Nobody documents what Sage does with exactly half a penny, so a base that comes to one is never used: every way of
 * rounding to the nearest penny then gives the same.
 */
record VatRule(long rate, long whole) {

    static VatRule of(VatRate rate, boolean pricesIncludeVat) {
        long points = rate.percent().movePointRight(2).longValueExact();
        return new VatRule(points, 10_000 + (pricesIncludeVat ? points : 0));
    }

    /** Half a penny goes up here, which matters for nobody who asks {@link #nearest} for the base. */
    long vat(long base) {
        return Math.floorDiv(Math.addExact(Math.multiplyExact(2 * rate, base), whole), 2 * whole);
    }

    /** The base nearest to the target that has this VAT for certain; empty when no base has. */
    OptionalLong nearest(long target, long vat) {
        if (rate == 0) {
            return vat == 0 ? OptionalLong.of(target) : OptionalLong.empty();
        }
        long lowest = Math.max(0, Math.floorDiv((2 * vat - 1) * whole, 2 * rate) + 1);
        long highest = Math.floorDiv((2 * vat + 1) * whole - 1, 2 * rate);
        return lowest > highest ? OptionalLong.empty() : OptionalLong.of(Math.min(Math.max(target, lowest), highest));
    }
}
