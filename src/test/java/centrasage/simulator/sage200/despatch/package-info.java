/**
 * Despatches of sales orders as Sage 200 keeps them.
 *
 * <ol>
 *   <li>{@link DespatchEntry} takes a despatch: {@link DespatchRules} says why not, {@link DespatchStock} moves the stock.
 *   <li>{@link Receipts} keeps it, and takes amendments of its tracking.
 *   <li>{@link DespatchViews} shows despatches beside their orders.
 * </ol>
 */
@NullMarked
package centrasage.simulator.sage200.despatch;

import org.jspecify.annotations.NullMarked;
