/**
 * The flow {@code dispatch-to-centra}, for warehouses that despatch in Sage 200.
 *
 * <ol>
 *   <li>{@link centrasage.dispatch.centra.CollectDespatches} stages every despatch that Sage made or touched.
 *   <li>{@link centrasage.dispatch.centra.PlanDespatches} has {@code CentraShipmentPlanner} decide what becomes of each, and makes the
 *       plan of its shipment: made, let go, captured and completed, each step after the one before it. One that cannot be read, or
 *       whose order was never received, is held; {@code DespatchWatch} has it planned anew once what its plan stood on has changed.
 *   <li>The targets of {@code centrasage.dispatch.centra.post} write each step by one mutation.
 * </ol>
 */
@NullMarked
package centrasage.dispatch.centra;

import org.jspecify.annotations.NullMarked;
