/**
 * What is asked of Centra and written there.
 *
 * <ol>
 *   <li>Read as it is sent: {@link centrasage.centra.client.CentraOrders}, {@link centrasage.centra.client.CentraShipments}, and what has
 *       happened to them, {@link centrasage.centra.client.CentraEvents}.
 *   <li>Written, each by exactly one mutation: the steps of a shipment, {@link centrasage.centra.client.CentraShipping}, and Sage's numbers,
 *       {@link centrasage.centra.client.CentraNumbers}.
 * </ol>
 *
 * The connection is in {@code wire}.
 */
@NullMarked
package centrasage.centra.client;

import org.jspecify.annotations.NullMarked;
