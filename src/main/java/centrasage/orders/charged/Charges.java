package centrasage.orders.charged;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Stream;

/**
 * All that an order was charged.
 *
 * @param lines one for each line that is posted, in Centra's order: goods, items of bundles, gift certificates
 * @param shipping one for each rate of VAT; none when nothing was charged
 * @param handling as shipping
 * @param vat of the whole order, as Centra states it
 * @param discount of the whole order, taken off the parts; zero when there was none
 * @param credit what an old gift certificate paid: not taken off the parts, because it is a payment
 * @param shared whether we, and not Centra, said how much of the discount's VAT belongs to which rate
 */
public record Charges(
        List<Part> lines,
        List<Part> shipping,
        List<Part> handling,
        BigDecimal vat,
        BigDecimal discount,
        BigDecimal credit,
        boolean shared) {

    public Charges {
        lines = List.copyOf(lines);
        shipping = List.copyOf(shipping);
        handling = List.copyOf(handling);
    }

    /** Lines, then shipping, then handling. */
    public List<Part> parts() {
        return Stream.of(lines, shipping, handling).flatMap(List::stream).toList();
    }

    Charges withLines(List<Part> others) {
        return new Charges(others, shipping, handling, vat, discount, credit, shared);
    }

    Charges told() {
        return new Charges(lines, shipping, handling, vat, discount, credit, false);
    }
}
