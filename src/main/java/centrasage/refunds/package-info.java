/**
 * The story of a return, from Centra to a credit note in Sage 200. Its executable twin is {@code META-INF/batch-jobs/refund-import.xml}.
 *
 * <ol>
 *   <li>Returns are staged exactly as received, under the key of their order: those that were made since the watermark, and by id those
 *       that are not in the books yet, because Centra has no moment of change for a return: {@link
 *       centrasage.refunds.intake.CollectReturns}.
 *   <li>{@link centrasage.refunds.plan.PlanReturns} makes an {@link centrasage.centra.OrderReturn} of the text, and asks the store how
 *       its order was posted, what Sage has invoiced of it and what was credited already ({@code OrderBooks}). A return of an order that
 *       is not known here yet stays where it is.
 *   <li>{@code CreditPlanner} decides, and asks nobody: a completed return becomes one {@link
 *       centrasage.sage200.ledger.SalesDocument} with Centra's own VAT, under the tax codes of its order, dated as it was completed. The
 *       money goes its own way, with the payments of the order.
 *   <li>Where {@code refunds.credit-as} asks for sales returns, {@code SalesReturns} makes one instead, of the lines of its order and so that
 *       Sage's own VAT comes to what Centra gave back; what cannot be expressed so is held, and so is all where the site has no sales
 *       returns. A user of Sage credits it, and {@code CollectInvoices} sees that in the ledger.
 *   <li>What is despatched and not invoiced yet is held, and planned anew when Sage has posted the invoice ({@code RefundWatch}). Never is
 *       more credited of an order than was invoiced of it.
 *   <li>A return for which nothing was given back yet is held where a refund that names no return is credited already: it may have been for
 *       it. It is planned anew when it has a refund of its own ({@code RecordRefunds}, {@code RefundWatch}).
 *   <li>Where Sage takes no documents of its day any more, {@code refunds.closed-period} says what becomes of it ({@link
 *       centrasage.sync.plans.DatedPlans}).
 *   <li>{@link centrasage.refunds.post.CreditNoteTarget} looks for both references before each send, posts by one POST and reads back what
 *       it became.
 *   <li>Money that was given back without goods is found in the payments that were staged ({@link
 *       centrasage.refunds.intake.CollectRefunds}), and planned by order in {@link centrasage.refunds.plan.PlanRefunds}: {@code RefundsDue}
 *       says how much of each refund is to be credited, {@code GoodwillPlanner} makes a credit note of it, and {@code RefundCredit} splits
 *       it as {@code refunds.without-return-vat} says. Posted it is as any other.
 *   <li>A return that is opened again or deleted after its credit note was posted is told; nothing in Sage is reversed by itself.
 * </ol>
 */
@NullMarked
package centrasage.refunds;

import org.jspecify.annotations.NullMarked;
