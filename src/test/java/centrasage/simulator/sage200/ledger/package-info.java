/**
 * The sales ledger as Sage 200 keeps it.
 *
 * <ol>
 *   <li>{@link DocumentEntry} takes invoices and credit notes, {@link MoneyEntry} receipts and payments.
 *   <li>{@link SalesLedger} keeps them as posted rows and moves the customer's balance; {@link MoneyBooking} the bank as well.
 *   <li>{@link Allocations} sets debits off against credits.
 *   <li>{@link LedgerRoutes} is the API, {@link LedgerControl} what an auditor sees and a Sage user does.
 * </ol>
 */
@NullMarked
package centrasage.simulator.sage200.ledger;

import org.jspecify.annotations.NullMarked;
