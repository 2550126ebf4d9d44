package centrasage.simulator.centra.shipment;

import centrasage.simulator.trade.Taxed;

/**
 * Units of one line of a shipment that come back, with what they were worth when they did.
 *
 * @param shippedLine the id of the shipment's line
 * @param orderLine the id of the order's line
 * @param worth in the terms of the order's price list
 */
public record ReturnedLine(int id, int shippedLine, int orderLine, int quantity, Taxed worth) {}
