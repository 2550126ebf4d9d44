package centrasage.centra;

import java.util.List;
import java.util.Map;

/**
 * An order of Centra's as far as shipping looks at it.
 *
 * @param status Centra's own word
 * @param quantities what is ordered and not cancelled, by the ids of the lines
 */
public record ShippableOrder(
        long number, String status, boolean onHold, Map<Long, Integer> quantities, List<MadeShipment> shipments) {
    public ShippableOrder {
        quantities = Map.copyOf(quantities);
        shipments = List.copyOf(shipments);
    }

    /** The shipments of this despatch, the oldest first: one, unless something went wrong. */
    public List<MadeShipment> of(String despatch) {
        return shipments.stream().filter(each -> each.isOf(despatch)).toList();
    }

    /** What of a line is in no shipment yet. */
    public int left(long line) {
        int taken = shipments.stream()
                .mapToInt(each -> each.quantities().getOrDefault(line, 0))
                .sum();
        return Math.max(0, quantities.getOrDefault(line, 0) - taken);
    }
}
