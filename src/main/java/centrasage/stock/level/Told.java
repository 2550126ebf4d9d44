package centrasage.stock.level;

import centrasage.stock.figure.Sellable;
import centrasage.stock.figure.Sellable.Taken;

/**
 * What Centra is told of a SKU.
 *
 * @param level as it was when the figure was made
 * @param quantity that is sent: the sellable units, or with those that Centra has allocated
 */
public record Told(Level level, Sellable figure, Taken taken, int quantity) {}
