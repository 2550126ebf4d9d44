package centrasage.simulator.centra.state;

import centrasage.simulator.centra.shipment.Shipment;

/** A shipment together with the order it belongs to, both as they are now. */
public record OrderShipment(CentraOrder order, Shipment shipment) {}
