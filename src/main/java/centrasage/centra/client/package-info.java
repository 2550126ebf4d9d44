/**
 * What is asked of Centra and written there.
 *
 * <ol>
 *   <li>Read as it is sent: {@link centrasage.centra.client.CentraOrders}, {@link centrasage.centra.client.CentraShipments}, and what has
 *       happened to them, {@link centrasage.centra.client.CentraEvents}.
 *   <li>Written, each by exactly one mutation: the steps of a shipment, {@link centrasage.centra.client.CentraShipping}, stock, {@link
 *       centrasage.centra.client.CentraStock}, and Sage's numbers, {@link centrasage.centra.client.CentraNumbers}.
 *   <li>Written again where an answer is lost, because it says what is to be there: {@link centrasage.centra.client.CentraCatalogue}.
 * </ol>
 *
 * The connection is in {@code wire}; which request may go when is decided in {@code quota}.
 */
@NullMarked
package centrasage.centra.client;

import org.jspecify.annotations.NullMarked;
