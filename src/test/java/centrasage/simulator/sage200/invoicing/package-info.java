/**
 * Invoices of sales orders: no API makes them, Sage's users do.
 *
 * <ol>
 *   <li>{@link Invoiceable} says what of an order can be invoiced, {@link Invoices} prints it with {@link InvoiceWorth the value} that is due.
 *   <li>{@link InvoicePosting} posts what was printed to the sales ledger; until then it is pending.
 *   <li>{@link InvoiceViews} shows invoices beside their orders.
 *   <li>{@link Credits} are posted of sales returns the same way, all of a return at once.
 *   <li>{@link InvoiceControl} and {@link CreditControl} are the users at the screen.
 * </ol>
 */
@NullMarked
package centrasage.simulator.sage200.invoicing;

import org.jspecify.annotations.NullMarked;
