package centrasage.reconcile.mapping;

import centrasage.flow.Reason;

/**
 * Something that held orders wait for and no row gives.
 *
 * @param reason as one of those orders tells it
 * @param orders how many wait for it
 */
record Unmapped(Reason reason, long orders) {}
