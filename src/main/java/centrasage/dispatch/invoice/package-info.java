/** What becomes of a shipment whose order is not posted itself: one ledger invoice, of what it holds and what is not invoiced yet. */
@NullMarked
package centrasage.dispatch.invoice;

import org.jspecify.annotations.NullMarked;
