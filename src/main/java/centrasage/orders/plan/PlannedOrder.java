package centrasage.orders.plan;

import centrasage.sync.posting.Planned;

/** A plan and the staged version that it was made from. */
public record PlannedOrder(long stagedId, Planned planned) {}
