package centrasage.simulator.trade;

import java.math.BigDecimal;

/** How the prices of an order stand to its VAT. */
public enum TaxMode {
    /** The prices hold it. */
    INCLUDED,
    /** The prices are net, and it comes on top. */
    ADDED,
    /** The prices hold it, it is taken off what is to pay, and the value of a line "with tax" still shows it. */
    DEDUCTED,
    /** As {@link #DEDUCTED}, but the lines show it no more: nobody says which of the two Centra does. */
    DEDUCTED_FROM_LINES;

    /** The VAT of an amount of the price list, rounded to the minor unit. */
    public long tax(long minor, BigDecimal percent) {
        return this == ADDED ? Vat.onTop(minor, percent) : Vat.inside(minor, percent);
    }

    public boolean deducts() {
        return this == DEDUCTED || this == DEDUCTED_FROM_LINES;
    }

    /** What the prices hold, as far as Centra still shows it. */
    public long included(long tax) {
        return this == INCLUDED || this == DEDUCTED ? tax : 0;
    }

    public long added(long tax) {
        return this == ADDED ? tax : 0;
    }

    public long deducted(long tax) {
        return deducts() ? tax : 0;
    }

    /** What Centra calls an amount of the price list, "including tax" or not. */
    public long shown(long minor, long tax, boolean withTax) {
        return switch (this) {
            case ADDED -> withTax ? minor + tax : minor;
            case DEDUCTED_FROM_LINES -> minor - tax;
            default -> withTax ? minor : minor - tax;
        };
    }
}
