package centrasage.orders.document;

import centrasage.mapping.InForce.Booking;
import centrasage.mapping.VatRounding;
import centrasage.money.VatRate;
import centrasage.sage200.NewSalesOrder.LineType;
import centrasage.sage200.ledger.InvoicedOrder.Charged;
import centrasage.sage200.ledger.InvoicedOrder.Kind;
import centrasage.sage200.ledger.InvoicedOrder.Origin;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * An order with its codes in Sage 200 and the amounts that Centra charged.
 *
 * @param country as Sage writes it
 * @param fields analysis codes and spare texts of the order
 * @param lines every line that has a price: goods, then shipping, then handling
 * @param credit where an old gift certificate is booked that paid a part; null when none did
 */
public record CodedOrder(
        String company,
        String customer,
        String warehouse,
        String country,
        VatRounding vatRounding,
        Map<String, String> fields,
        List<Line> lines,
        @Nullable Credit credit) {

    public CodedOrder {
        fields = Map.copyOf(fields);
        lines = List.copyOf(lines);
    }

    CodedOrder with(List<Line> others) {
        return new CodedOrder(company, customer, warehouse, country, vatRounding, fields, others, credit);
    }

    /** @param amount what it paid, positive, in major units of the order's currency */
    record Credit(Booking booking, BigDecimal amount) {
        Charged charged() {
            return new Charged(
                    Origin.beside(Kind.CERTIFICATE),
                    1,
                    amount.negate(),
                    BigDecimal.ZERO,
                    Objects.requireNonNull(booking.taxCode(), "a booking without a tax code was held"),
                    booking.nominal());
        }
    }

    /**
     * A line that has a price.
     *
     * @param code of the product or the charge; null for a charge with a text of its own
     * @param text what replaces the description of a charge; else null
     * @param quantity of goods; 1 for a charge
     * @param gross with VAT, as Centra charged it
     * @param vat as Centra charged it
     * @param allocated whether its stock is asked for: not when it was sold before it was there
     * @param origin which part of Centra's order it is
     */
    record Line(
            LineType type,
            @Nullable String code,
            @Nullable String text,
            int quantity,
            BigDecimal gross,
            BigDecimal vat,
            int taxCode,
            VatRate rate,
            @Nullable String nominal,
            boolean allocated,
            @Nullable String comment,
            Map<String, String> fields,
            Origin origin) {

        Line {
            fields = Map.copyOf(fields);
        }

        Line withVat(BigDecimal other) {
            return new Line(
                    type, code, text, quantity, gross, other, taxCode, rate, nominal, allocated, comment, fields,
                    origin);
        }

        Charged charged() {
            return new Charged(origin, quantity, gross, vat, taxCode, nominal);
        }

        /** Personal data must not end in a log. */
        @Override
        public String toString() {
            return "Line[" + code + ", quantity=" + quantity + ", gross=" + gross + ", vat=" + vat + ", taxCode="
                    + taxCode + "]";
        }
    }
}
