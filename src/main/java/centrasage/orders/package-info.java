/**
 * The story of an order, from Centra to Sage 200. Its executable twin is {@code META-INF/batch-jobs/order-import.xml}.
 *
 * <ol>
 *   <li>The job begins by its schedule, or earlier when a signed web hook or an event in Centra's queue says that there is
 *       something ({@code orders.intake.EventBell}). What they say is not used; the orders that the queue names are
 *       read by number first, and the events confirmed when that is stored: {@link centrasage.orders.intake.EventQueue}.
 *   <li>Every order that Centra changed since the watermark is staged exactly as received, each change as a new
 *       version, encrypted under a key of the order's own: {@link centrasage.orders.intake.CollectOrders}, which asks
 *       {@link centrasage.centra.client.CentraOrders} and tells {@link centrasage.sync.staging.Staging}.
 *   <li>What is staged waits for its plan: {@link centrasage.orders.plan.StagedOrders} reads it, the oldest first, and
 *       {@link centrasage.orders.plan.PlanOrders} makes a {@link centrasage.centra.Order} of its text and has it planned. A
 *       run pins the {@link centrasage.mapping.Mappings} and, for each company, the {@link centrasage.sage200.Site} that it began with.
 *   <li>{@link centrasage.orders.plan.OrderPlanner} decides, and asks nobody: it has the order, the mappings, the site and
 *       the {@link centrasage.orders.check.OrderRules}. The answer is to post it exactly so, to skip it, or to hold it with
 *       all the reasons.
 *   <li>{@link centrasage.orders.check.Standing} lets through what Sage 200 should hear of: an order of a store of ours,
 *       from after the cut-over, in one of the right statuses, that Centra does not hold back. The others are skipped,
 *       and planned anew when Centra changes them; that an order is cancelled is told before anything else.
 *   <li>{@link centrasage.orders.check.OrderChecks}, {@link centrasage.orders.check.AmountChecks},
 *       {@link centrasage.orders.check.GiftCards} and {@link centrasage.orders.check.PaymentCover} look at what it contains:
 *       known, complete, promised or paid in full. {@link centrasage.orders.charged.Charging} works out what each part of it
 *       was charged, whatever the trade, with bundles as their items and the discount of the whole order taken off its parts
 *       ({@link centrasage.orders.charged.Discounting}), and whether that comes to Centra's totals. Whatever they
 *       find is added to the {@link centrasage.orders.check.Complaints}, and the next check goes on, so that a person hears
 *       everything at once.
 *   <li>{@link centrasage.orders.document.Coding} finds the account, products, warehouse, charges, tax codes and analysis
 *       codes in the mappings, and {@link centrasage.orders.document.SiteChecks} whether Sage 200 has them and would take them.
 *   <li>{@link centrasage.orders.document.Totalling} holds what would be posted against the grand total once more.
 *       {@link centrasage.orders.document.TotalsFit} chooses unit prices with which Sage arrives at Centra's total, and at its
 *       VAT or a penny beside it; {@link centrasage.orders.document.RoundingLine} says where the pennies go that no price can
 *       carry.
 *   <li>{@link centrasage.orders.document.SageOrder} writes it all down, the address folded into Sage's lengths by
 *       {@link centrasage.orders.document.AddressFold}. With its key, its date and its {@link centrasage.orders.check.Fingerprint} it
 *       is a {@link centrasage.flow.Command}, ready to be posted once, if Sage 200 is open for its date:
 *       {@link centrasage.orders.plan.SageDates} asks, because the planner asks nobody.
 *   <li>{@link centrasage.orders.plan.RecordPlans} records the plans of a chunk in the chunk's own transaction, as postings
 *       in a {@link centrasage.flow.PostingState}. One that may have been sent keeps its plan until the answer is
 *       known. One that was posted is only compared: other content is a finding for a person.
 *   <li>Of a posted order that has other content, {@link centrasage.orders.amendment.AmendmentPlans} says exactly what to change in
 *       Sage; where the site wants that and goods were merely cancelled, it is an amendment, a posting that is sent like the others.
 *   <li>A {@link centrasage.sync.posting.Lane} claims the orders that are due, asks Sage once for the keys of all of them, and
 *       hands each to {@link centrasage.sync.posting.PostOnce}: what is there already is adopted, a half-made draft that a send
 *       of ours has left is removed, any other draft stops the order, and only where nothing is found is the intent
 *       committed, one call made, and the outcome committed. Nothing is claimed or sent while a newer version of the order
 *       waits for its plan.
 *       Lanes work in the step {@code post} and, between runs, by the clock ({@link centrasage.jobs.lanes.Lanes}).
 *   <li>{@link centrasage.orders.post.OrderTarget} is what they look and send through. {@link centrasage.orders.post.OrderMatch}
 *       says what is found under the key, {@code C} and Centra's number: ours, half-made, another order, or two. What
 *       Sage refuses for want of stock is sent again with what there is: {@link centrasage.orders.post.ShortStock}. Where Sage's VAT is
 *       what the other way of rounding gives, {@link centrasage.orders.document.RoundingProposal} proposes to change the mapping,
 *       and where its total is pennies off, {@link centrasage.orders.correction} puts it right if the site wants that.
 *   <li>What every answer means is decided in one place of {@code sage200.client}: posted, locked, refused, in doubt,
 *       or provably not sent. A locked order is tried again by itself, and so, after a moment, is one that was not sent.
 *   <li>An order whose answer was lost, or whose process died while sending, is in doubt. The job {@code in-doubt}
 *       reads Sage back by the key ({@link centrasage.jobs.lanes.ResolveDoubts}): found, it is posted; absent after the
 *       settle time, it is due again, and whatever becomes of it the key is looked for during a day, because a late commit makes a
 *       second order that nobody but we would notice. What is never answered, or cannot be told, ends with a person.
 *   <li>Whose person is erased before the end ({@link centrasage.sync.store.Erasure}) is held where it was still to be sent, and still
 *       looked for where it is in doubt, by key and total; retention waits for the end.
 *   <li>For any order {@link centrasage.orders.plan.OrderPreview} says what would become of it if it were planned now, and writes nothing.
 *   <li>Whoever must act is told: {@link centrasage.desk.Desk} keeps an exception for each order that is held or
 *       refused, which closes itself when the order moves on, and for each second order, other total, other VAT or
 *       later change, which a person closes. Resolving a held order gives it up for good. Planning again puts the latest version back in line for step three.
 *   <li>Orders that no window of changes reaches any more come when a person asks for them by number or by day: first as a
 *       preview, then behind today's trade ({@link centrasage.orders.backfill.BackfillOrders}).
 * </ol>
 */
@NullMarked
package centrasage.orders;

import org.jspecify.annotations.NullMarked;
