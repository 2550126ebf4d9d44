package centrasage.simulator.sage200.sop;

import centrasage.simulator.sage200.data.Company;
import centrasage.simulator.sage200.data.SiteOptions;
import java.math.BigInteger;

/**
 * How a company works out VAT, which Sage documents nowhere.
 *
 * @param perTaxCode one rounding of the sum of each tax code, instead of one for each line
 * @param halfEven a half goes to the even penny, instead of up
 * @param inclusive unit prices contain the VAT
 * @param discountPerUnit the discounted unit price is rounded to pence before it is multiplied
 */
record TaxPolicy(boolean perTaxCode, boolean halfEven, boolean inclusive, boolean discountPerUnit) {
    /** Rates are hundredths of a percent: 2000 is 20 %. */
    private static final BigInteger WHOLE = BigInteger.valueOf(10_000);

    static TaxPolicy of(Company company, SiteOptions options) {
        return new TaxPolicy(
                options.is("rounding", "per-tax-code"),
                options.is("roundingMode", "HALF_EVEN"),
                company.settings("sop_settings")
                        .path("are_prices_tax_inclusive")
                        .asBoolean(),
                options.is("discountRounding", "unit"));
    }

    /** The VAT in, or on, an amount in pence. */
    long tax(long pence, long rate) {
        BigInteger whole = inclusive ? WHOLE.add(BigInteger.valueOf(rate)) : WHOLE;
        return divide(BigInteger.valueOf(pence).multiply(BigInteger.valueOf(rate)), whole);
    }

    /** The share of an amount in pence; the percentage is in hundredths. */
    long share(long pence, long percent) {
        return divide(BigInteger.valueOf(pence).multiply(BigInteger.valueOf(percent)), WHOLE);
    }

    /** Divides and rounds a half as this company does; signs are kept apart, so that credit mirrors debit. */
    long divide(BigInteger amount, BigInteger by) {
        BigInteger[] parts = amount.abs().divideAndRemainder(by);
        int half = parts[1].shiftLeft(1).compareTo(by);
        boolean up = half > 0 || (half == 0 && (!halfEven || parts[0].testBit(0)));
        BigInteger rounded = up ? parts[0].add(BigInteger.ONE) : parts[0];
        return rounded.longValueExact() * amount.signum();
    }
}
