package centrasage.simulator.centra.shipment;

/**
 * Units of one line of the order.
 *
 * @param orderLine the id of that line
 */
public record ShippedLine(int id, int orderLine, int quantity, Warehouse warehouse) {}
