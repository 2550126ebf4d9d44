package centrasage.simulator.centra.stock;

import centrasage.simulator.centra.shipment.Warehouse;

/** The stock of a product size in a warehouse. */
public record StockRow(Warehouse warehouse, ProductSize size, Level level) {}
