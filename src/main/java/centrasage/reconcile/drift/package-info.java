/**
 * What Sage 200 holds of our orders, held against what was posted. Its executable twin is
 * {@code META-INF/batch-jobs/order-drift.xml}.
 *
 * <ol>
 *   <li>Every order posted for a day within {@code drift.look-back} is read back by its key, many at once, and so is every older one
 *       of which people were told something that is not over: {@link centrasage.reconcile.drift.OrderReadBack}.
 *   <li>{@link centrasage.reconcile.drift.OrderDrift} says how what is found differs from what was posted, and asks nobody: other
 *       totals, VAT, customer or lines, stopped, deleted, twice there, half made. What was corrected is compared as it was corrected
 *       ({@link centrasage.reconcile.drift.Corrections}).
 *   <li>The orders of the same days whose key begins as ours do are listed as well: a copy of an old order, and one that nothing
 *       here has posted ({@link centrasage.reconcile.drift.Strays}).
 *   <li>Only when Sage has answered everything, people are told, and what is over is closed ({@link centrasage.desk.DriftBook}).
 *       Nothing is ever written to Sage, and nothing is posted again.
 * </ol>
 */
@NullMarked
package centrasage.reconcile.drift;

import org.jspecify.annotations.NullMarked;
