package centrasage.sage200;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;

/**
 * An invoice that Sage printed of sales orders, posted or not.
 *
 * @param gross with VAT
 * @param orders that it is of; mostly one
 */
public record PrintedInvoice(String number, LocalDate date, BigDecimal gross, List<Order> orders) {
    public PrintedInvoice {
        orders = List.copyOf(orders);
    }

    /** With the orders of another row of it. */
    public PrintedInvoice with(PrintedInvoice other) {
        List<Order> all =
                Stream.concat(orders.stream(), other.orders.stream()).distinct().toList();
        return new PrintedInvoice(number, date, gross, all);
    }

    /** @param name the customer's number, such as {@code C10234} */
    public record Order(String name, String documentNo) {}
}
