package centrasage.sage200;

import centrasage.flow.Document;
import centrasage.flow.ShipmentNumber;
import centrasage.money.Money;
import java.math.BigDecimal;
import java.util.Map;

/**
 * A despatch as Sage 200 holds it.
 *
 * @param number Sage's own number
 * @param user who made it
 * @param notes in which our key stands
 * @param quantities by the id of the order's line
 */
public record Despatch(
        long id,
        String number,
        String user,
        String notes,
        String courier,
        String consignment,
        Map<Long, BigDecimal> quantities) {

    public Despatch {
        quantities = Map.copyOf(quantities);
    }

    /** As it is linked; a despatch has no amount of its own in Sage. */
    public Document document(Money value) {
        return new Document(Long.toString(id), number, value, null, null);
    }

    /** Whether its notes carry the number of this shipment, whatever else somebody has written there. */
    public boolean isOf(String shipment) {
        return ShipmentNumber.isIn(notes, shipment);
    }
}
