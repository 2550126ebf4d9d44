/**
 * The story of an order, from Centra to Sage 200.
 *
 * <ol>
 *   <li>An order of Centra's ({@link centrasage.centra.Order}) is planned by {@link centrasage.orders.OrderPlanner}, which
 *       asks nobody: it has the order, one version of the {@link centrasage.mapping.Mappings}, the
 *       {@link centrasage.sage200.Site} as it was read, and the {@link centrasage.orders.OrderRules}.
 *   <li>{@link centrasage.orders.Standing} lets through what Sage 200 should hear of: an order of a store of ours, from
 *       after the cut-over, in one of the right statuses, that Centra does not hold back. The others are skipped, and
 *       follow by themselves when Centra changes them.
 *   <li>{@link centrasage.orders.Unsupported} holds what is known and has no rule yet. {@link
 *       centrasage.orders.OrderChecks}, {@link centrasage.orders.AmountChecks} and
 *       {@link centrasage.orders.PaymentCover} look at what it contains: goods only, complete, adding up, promised or paid
 *       in full. Whatever they find is added to the {@link centrasage.orders.Complaints}, and the next check goes on, so
 *       that a person hears everything at once.
 *   <li>{@link centrasage.orders.Coding} finds the account, products, warehouse, charges and tax codes in the mappings, and
 *       {@link centrasage.orders.SiteChecks} whether Sage 200 has them and would take them.
 *   <li>{@link centrasage.orders.TotalsFit} chooses unit prices so that the VAT and the total that Sage computes are
 *       Centra's; {@link centrasage.orders.RoundingLine} says where the pennies go that no price can carry.
 *   <li>{@link centrasage.orders.SageOrder} writes it all down, the address folded into Sage's lengths by
 *       {@link centrasage.orders.AddressFold}. With its key, its date and its {@link centrasage.orders.Fingerprint} it is a
 *       {@link centrasage.flow.Command}, ready to be posted once.
 * </ol>
 */
@NullMarked
package centrasage.orders;

import org.jspecify.annotations.NullMarked;
