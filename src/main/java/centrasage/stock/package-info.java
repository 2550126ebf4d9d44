/**
 * Stock of Sage 200, as Centra may sell it. The way of one SKU:
 *
 * <ol>
 *   <li>{@link centrasage.stock.demand.DemandWatch} keeps what is ordered and not in Sage yet, also what was added to an order that is there,
 *       in the transactions that change it.
 *   <li>{@link centrasage.stock.publish.PublishStock} runs for each warehouse: what Sage touched is read, through its API or
 *       from its own database, into {@link centrasage.stock.level.StockLevels}, which never lets an older reading take the place of a newer
 *       one. Where all of a warehouse was read, what was not among it is nothing.
 *   <li>{@link centrasage.stock.shelf.BufferRules} say what is kept back of it, by what {@link centrasage.stock.publish.ReadBuffers} reads:
 *       its product group, and by {@link centrasage.stock.velocity.Sold} how fast it sells.
 *   <li>{@link centrasage.stock.figure.Sellable} subtracts that, and what is promised already. Each order has to be counted where it is while it
 *       moves from Centra to Sage, so what is nearest to Sage is read last, see {@link centrasage.stock.publish.Promises}.
 *   <li>{@link centrasage.stock.publish.Guard} holds it for a person where too much would change at once.
 *   <li>What differs from what Centra shows is sent, a page at a time, by whoever holds the lease of the warehouse. A request without an
 *       answer may still be carried out: its SKUs wait until it cannot, and are read anew.
 *   <li>A comparison of everything names what Centra sells besides, see {@link centrasage.stock.publish.Strays}.
 * </ol>
 */
@NullMarked
package centrasage.stock;

import org.jspecify.annotations.NullMarked;
