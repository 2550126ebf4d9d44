/**
 * Sales orders as Sage 200 keeps them.
 *
 * <ol>
 *   <li>{@link OrderEntry} takes a new order: fields, header, then line by line through {@link LineEntry}.
 *   <li>{@link OrderTotals} computes every value; what a caller thinks the VAT is does not matter.
 *   <li>{@link OrderConfirmation} turns a draft into a live order: credit, dates, analysis codes, stock, payment.
 *   <li>{@link OrderAmendment} changes it line by line, and stops at the first line that fails.
 *   <li>{@link OrderRemoval} discards drafts and cancels orders.
 * </ol>
 */
@NullMarked
package centrasage.simulator.sage200.sop;

import org.jspecify.annotations.NullMarked;
