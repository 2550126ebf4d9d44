package centrasage.orders;

import java.util.Locale;

/** What an order of Centra's becomes in Sage 200: {@code orders.post-as}. */
public enum PostAs {
    SALES_ORDER,
    /** Web orders are kept out of sales order processing: the order is validated, and invoiced from its despatch. */
    SALES_INVOICE;

    /** As the setting writes it: {@code sales-order} or {@code sales-invoice}. */
    public static PostAs of(String setting) {
        return valueOf(setting.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
}
