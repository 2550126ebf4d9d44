package centrasage.mapping;

import java.util.Locale;

/** Where a Sage company rounds VAT to whole pennies. */
public enum VatRounding {
    /** On each line; the order's VAT is the sum of the lines'. */
    PER_LINE,
    /** Once for each tax code, on the sum of its lines. */
    PER_TAX_CODE;

    /** As {@code companies.csv} writes it: {@code per-line} or {@code per-tax-code}. */
    static VatRounding of(String text) {
        return valueOf(text.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
}
