package centrasage.orders.charged;

import centrasage.centra.Order;
import centrasage.centra.OrderLine;
import centrasage.money.VatRate;
import java.math.BigDecimal;
import java.util.List;
import java.util.function.Function;

/**
 * How the amounts of an order are to be read. Centra does not say whether the value of a line "with tax" still holds a tax
 * that was deducted, so both readings are tried, and the one counts that comes to the grand total.
 */
enum Reading {
    /** The customer pays each value with its tax. */
    WITH_TAX,
    /** The tax was deducted: the customer pays each value without it. */
    WITHOUT_TAX;

    Part line(OrderLine line, boolean deducted) {
        BigDecimal gross = this == WITH_TAX ? line.gross() : line.net();
        BigDecimal vat = gross.subtract(line.net());
        boolean free = this == WITHOUT_TAX || (deducted && vat.signum() == 0);
        return new Part(line, gross, vat, free ? VatRate.NONE : new VatRate(line.taxPercent()));
    }

    /** What the customer pays for a part of which Centra states the value in its price list, and the taxes. */
    BigDecimal charged(BigDecimal base, List<Order.TaxShare> taxes) {
        BigDecimal added = this == WITH_TAX ? sum(taxes, Order.TaxShare::added) : BigDecimal.ZERO;
        return base.add(added).subtract(sum(taxes, Order.TaxShare::deducted));
    }

    /** What of this is VAT: it may be inside or on top, and is gone where it was deducted. */
    BigDecimal vat(Order.TaxShare tax) {
        return this == WITHOUT_TAX ? BigDecimal.ZERO : tax.included().add(tax.added());
    }

    private static BigDecimal sum(List<Order.TaxShare> taxes, Function<Order.TaxShare, BigDecimal> amount) {
        return taxes.stream().map(amount).reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
