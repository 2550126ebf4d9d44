/** What is open on the customer account of an order is set off against each other: receipts and credits, invoices and refunds. */
@NullMarked
package centrasage.payments.allocate;

import org.jspecify.annotations.NullMarked;
