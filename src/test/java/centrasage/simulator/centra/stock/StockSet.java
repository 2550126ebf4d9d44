package centrasage.simulator.centra.stock;

import java.time.Instant;

/**
 * A row of stock that an integration has set.
 *
 * @param quantity as it was sent
 * @param type of that quantity, by its name in Centra
 * @param after what it made of the stock
 */
public record StockSet(Instant at, Place place, int quantity, String type, Level after) {}
