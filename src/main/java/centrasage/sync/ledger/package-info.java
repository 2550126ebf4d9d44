/**
 * What of Sage's ledgers belongs to payments and orders of Centra's: invoices, what is open of customer accounts, and what stands in the clearing
 * banks ({@link centrasage.sync.ledger.ClearingEntries}), in banks of other currencies with what Sage holds it with
 * ({@link centrasage.sync.ledger.ClearingValues}).
 */
@NullMarked
package centrasage.sync.ledger;

import org.jspecify.annotations.NullMarked;
