package centrasage.flow.event;

/**
 * Sage 200 has posted an invoice of an order; observed in the same transaction.
 *
 * @param object the order with all that follows from it, such as {@code 33/C10234}
 */
public record InvoiceSeen(String company, String object) {}
