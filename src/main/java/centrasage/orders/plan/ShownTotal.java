package centrasage.orders.plan;

import centrasage.centra.Order;
import centrasage.money.Money;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Currency;

/** What an order that is not posted is shown to come to. For display only: one whose total has too many decimals is held, never posted. */
final class ShownTotal {
    /** What a total is shown in when an order is too damaged to tell its currency: Sage 200 UK's own. */
    static final Currency BASE = Currency.getInstance("GBP");

    /** More than the store keeps; an order of such a total is held as unbelievable. */
    private static final BigDecimal SHOWN_MAX = new BigDecimal("1e14");

    private ShownTotal() {}

    static Money of(Order order) {
        if (order.grandTotal().abs().compareTo(SHOWN_MAX) > 0) {
            return Money.zero(BASE);
        }
        try {
            return Money.rounded(order.grandTotal(), Currency.getInstance(order.currency()), RoundingMode.HALF_UP);
        } catch (IllegalArgumentException e) {
            return Money.rounded(order.grandTotal(), BASE, RoundingMode.HALF_UP);
        }
    }
}
