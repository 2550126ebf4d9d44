package centrasage.orders.charged;

import centrasage.centra.OrderLine;
import centrasage.money.VatRate;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * One part of an order that has a price: a line, or all or some of shipping or handling.
 *
 * @param line null for shipping and handling
 * @param gross what the customer was charged, VAT included, discounts of the whole order taken off
 * @param vat the VAT in it
 */
public record Part(@Nullable OrderLine line, BigDecimal gross, BigDecimal vat, VatRate rate) {
    public BigDecimal net() {
        return gross.subtract(vat);
    }

    Part costing(BigDecimal otherGross, BigDecimal otherVat) {
        return new Part(line, otherGross, otherVat, rate);
    }

    Part withVat(BigDecimal otherVat) {
        return costing(gross, otherVat);
    }

    /** Personal data must not end in a log. */
    @Override
    public String toString() {
        return "Part[gross=" + gross + ", vat=" + vat + ", rate=" + rate + "]";
    }
}
