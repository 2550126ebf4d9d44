/** The invoices that Sage 200 posts of our orders: seen, and known by their order. */
@NullMarked
package centrasage.payments.invoice;

import org.jspecify.annotations.NullMarked;
