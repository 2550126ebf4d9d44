package centrasage.dispatch.invoice;

import centrasage.sage200.ledger.SalesDocument;
import java.util.Map;

/**
 * The invoice of one shipment, and what of its order is invoiced by it.
 *
 * @param goods how many of each line of the order, by the line's id
 * @param besides whether what was charged beside the goods is in it: shipping, handling, services, gift cards
 */
public record ShipmentInvoice(SalesDocument document, Map<Long, Integer> goods, boolean besides) {
    public ShipmentInvoice {
        goods = Map.copyOf(goods);
    }
}
