package centrasage.dispatch.invoice;

import centrasage.sage200.ledger.InvoicedOrder;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is known of an order when one of its shipments is invoiced.
 *
 * @param order as it was validated; null where that is not known
 * @param before the other invoices of the order: posted, on their way, or entered by hand as they were planned
 * @param byHand other shipments of the order of which nobody knows any more how they were invoiced
 */
public record Sold(@Nullable InvoicedOrder order, List<ShipmentInvoice> before, List<String> byHand) {
    public Sold {
        before = List.copyOf(before);
        byHand = List.copyOf(byHand);
    }
}
