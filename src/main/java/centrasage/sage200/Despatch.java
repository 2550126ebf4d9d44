package centrasage.sage200;

import centrasage.flow.Document;
import centrasage.flow.ShipmentNumber;
import centrasage.money.Money;
import java.math.BigDecimal;
import java.util.HashMap;
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

    /** This one, with the goods of the other as well. */
    public Despatch with(Despatch other) {
        Map<Long, BigDecimal> both = new HashMap<>(quantities);
        other.quantities().forEach((line, quantity) -> both.merge(line, quantity, BigDecimal::add));
        return new Despatch(id, number, user, notes, courier, consignment, both);
    }

    /** Whether its notes carry the number of this shipment, whatever else somebody has written there. */
    public boolean isOf(String shipment) {
        return ShipmentNumber.isIn(notes, shipment);
    }
}
