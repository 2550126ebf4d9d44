/**
 * Sage's order number, written onto the order in Centra. Its executable twin is {@code META-INF/batch-jobs/write-back.xml}.
 *
 * <ol>
 *   <li>The transaction that posts an order puts its number down: {@link centrasage.orders.writeback.NumberWatch}.
 *   <li>{@link centrasage.orders.writeback.WriteBack} writes what is put down in batches, with what others leave of the shop's
 *       quota of mutations, and takes out what Centra has.
 *   <li>Centra then says that the order was changed. It is read again, and as nothing but the moment of its change is new, it
 *       is no new version: nothing is planned, posted or opened, and what is open stays open.
 * </ol>
 */
@NullMarked
package centrasage.orders.writeback;

import org.jspecify.annotations.NullMarked;
