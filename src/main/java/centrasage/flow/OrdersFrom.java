package centrasage.flow;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The cut-over, {@code orders.from}: earlier orders are known and never posted. At most one of the two is set.
 *
 * @param date first date on which an order is posted
 * @param number first order number that is posted
 */
public record OrdersFrom(@Nullable LocalDate date, @Nullable Long number) {

    /** Every order: only for {@code posting.mode = preview}. */
    public static final OrdersFrom THE_BEGINNING = new OrdersFrom(null, null);

    /** {@code 2026-11-01}, {@code 10234}, or nothing. */
    public static OrdersFrom parse(String setting) {
        String text = setting.strip();
        if (text.isEmpty()) {
            return THE_BEGINNING;
        }
        return text.matches("\\d{1,10}")
                ? new OrdersFrom(null, Long.valueOf(text))
                : new OrdersFrom(LocalDate.parse(text), null);
    }

    /** Whether an order is from before the cut-over. */
    public boolean isAfter(long orderNumber, LocalDate orderDate) {
        return (date != null && orderDate.isBefore(date)) || (number != null && orderNumber < number);
    }

    @Override
    public String toString() {
        return date != null ? date.toString() : number != null ? "order " + number : "the beginning";
    }
}
