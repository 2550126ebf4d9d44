/**
 * The story of a shipment, from Centra to a despatch in Sage 200, or to an invoice there. Its executable twin is
 * {@code META-INF/batch-jobs/dispatch-to-sage.xml}.
 *
 * <ol>
 *   <li>Every shipment that Centra changed since the watermark is staged exactly as received, under the key of its order:
 *       {@link centrasage.dispatch.intake.CollectShipments}, which asks {@link centrasage.centra.client.CentraShipments}. A signed
 *       web hook only makes it quicker.
 *   <li>What is staged waits for its plan: {@link centrasage.dispatch.plan.StagedShipments} reads it, the oldest first, and
 *       {@link centrasage.dispatch.plan.PlanShipments} makes a {@link centrasage.centra.Shipment} of its text. One whose order is
 *       not known here yet stays where it is; one of an order from before the cut-over is known, and never despatched.
 *   <li>{@code DespatchPlanner} decides, and asks nobody: a completed shipment of an order that is posted, or will be, becomes a
 *       {@link centrasage.sage200.NewDespatch}; what is not completed, or leaves a warehouse that despatches in Sage, is skipped; what
 *       cannot be told, such as a product or a warehouse, is held with all the reasons. {@code ShippedGoods} finds the products, the
 *       warehouse and the courier in the mappings.
 *   <li>A despatch waits for its order: until that is posted its posting is not due. What is skipped because its order is not for the
 *       ledger is planned anew when the order moves ({@code OrderWatch}).
 *   <li>{@link centrasage.dispatch.plan.RecordDespatches} records the plans in the chunk's own transaction, with the postings of the
 *       orders locked: a plan whose order has become another thing meanwhile is made again. A posting that may have been sent keeps
 *       its plan; other tracking of one that is posted becomes a posting of its own ({@code TrackingPlans}).
 *   <li>A {@link centrasage.sync.posting.Lane} owns the order with all that follows from it, so that a despatch never overtakes its
 *       order. It asks Sage once for all keys of a page, and hands each posting to {@link centrasage.sync.posting.PostOnce}.
 *   <li>{@link centrasage.dispatch.post.DespatchTarget} is what it looks and sends through. {@code DespatchMatch} says what is found:
 *       the shipment's number in the notes of a despatch is our key. Where it is not there, {@code Picking} chooses the lines of
 *       Sage's order, and {@code DespatchEvidence} writes down how much of each line was despatched before: it is committed with the
 *       intent, and after a lost answer it tells our despatch from a user's own.
 *   <li>Sage's answer to the POST tells no number: the despatch is read back by its key, or it is in doubt.
 *   <li>An order that somebody has open is tried again and again ({@code LOCKED}); one that is on hold, short of stock or in another
 *       warehouse is parked with an exception and tried again by itself: the parcel has left, and Sage must hear of it.
 *   <li>Tracking that is amended later is told to Sage by {@link centrasage.dispatch.post.TrackingTarget}, so that courier,
 *       consignment and notes agree; saying it twice changes nothing. A courier that Sage does not let go is a person's.
 *   <li>Where orders are not posted themselves ({@code orders.post-as = sales-invoice}) a completed shipment becomes a ledger invoice
 *       instead: {@link centrasage.dispatch.invoice.ShipmentInvoicePlanner} decides, by the order as it was validated and by what {@link
 *       centrasage.dispatch.invoice.OrderInvoices} knows is invoiced of it, and {@link centrasage.dispatch.post.LedgerInvoiceTarget} is
 *       what it is posted through.
 * </ol>
 */
@NullMarked
package centrasage.dispatch;

import org.jspecify.annotations.NullMarked;
