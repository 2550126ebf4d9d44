package centrasage.sage200;

import org.jspecify.annotations.Nullable;

/**
 * A holding that is no stock level: a quantity is missing, mostly.
 *
 * @param id Sage's {@code warehouse_holding} id
 * @param productId null where not even that can be read
 */
public record UnreadableHolding(long id, @Nullable Long productId, String why) {}
