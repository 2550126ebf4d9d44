package centrasage.simulator.centra.stock;

import centrasage.simulator.centra.shipment.Warehouse;

/** Where the units of one SKU lie. */
public record Place(Warehouse warehouse, String sku) {}
