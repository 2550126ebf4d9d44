package centrasage.sage200;

import java.math.BigDecimal;
import java.time.Instant;

/**
 * What Sage 200 holds of a product in a warehouse, in stock units.
 *
 * @param id of the holding, which is the same for ever
 * @param inStock confirmed and unconfirmed
 * @param unconfirmed of these
 * @param allocated to sales orders, stock and bills of materials
 * @param free in stock, and neither allocated nor reserved; below zero where more is promised than there is
 * @param changedAt when Sage last touched the row, by its own clock
 */
public record StockLevel(
        long id,
        long productId,
        long warehouseId,
        BigDecimal inStock,
        BigDecimal unconfirmed,
        BigDecimal allocated,
        BigDecimal reserved,
        BigDecimal free,
        Instant changedAt) {}
