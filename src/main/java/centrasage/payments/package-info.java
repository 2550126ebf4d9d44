/**
 * The story of a payment, from Centra to a receipt in Sage 200, and of a refund to a payment there. Its executable twin is {@code META-INF/batch-jobs/payment-import.xml}.
 *
 * <ol>
 *   <li>The payments of every order that Centra changed since the watermark are staged exactly as received, under the key of their
 *       order: {@link centrasage.payments.intake.CollectPayments}. That a payment which comes days later touches its order is inferred.
 *   <li>{@link centrasage.payments.plan.PlanPayments} makes {@link centrasage.centra.OrderPayments} of the text. Only {@code SUCCESS}
 *       entries of the types in {@code payments.money} are money: a request, a promise and a failure are not. Payments of an order that
 *       is not known here yet stay where they are.
 *   <li>{@code MoneyPlanner} decides, and asks nobody: what was taken becomes a receipt into the clearing bank of its gateway and
 *       currency, what was given back a payment out of it ({@link centrasage.sage200.ledger.MoneyEntry}), dated as the entry; never more
 *       is given back than was taken. What is not mapped is held with all the reasons. The account is the one that the order was posted
 *       to ({@code OrderAccounts}).
 *   <li>What gift cards paid or got back passes through a bank of their own: {@code GiftCardPlanner} takes it out again, or puts it in, by
 *       an entry of that bank ({@link centrasage.payments.post.GiftCardTarget}).
 *   <li>More or less than the order comes to is told and is over by itself ({@code CaptureSum}, {@code CaptureWatch}).
 *   <li>Both wait for their order: until that is posted their postings are not due. What was planned for another account, or skipped
 *       because its order was not for the ledger, is planned anew when the order is posted ({@code PaymentWatch}). What is no payment
 *       any more is not sent, and told where it was posted.
 *   <li>{@link centrasage.payments.post.ReceiptTarget} and {@link centrasage.payments.post.RefundTarget} look for both references in the
 *       ledger and in its history before each send, and post by one POST. An account, a bank or an open period that is missing parks it,
 *       and it is tried again by itself, also where the period was closed since it was asked. Sage's answer tells the urn alone: the entry is read back by its references, or it is in doubt.
 *   <li>Invoices are posted by Sage's users. {@link centrasage.payments.invoice.CollectInvoices} sees them in the sales ledger, and from
 *       then on they are known by their order: {@link centrasage.sync.ledger.Invoices}. One over several orders is nobody's, and told.
 *       One that comes to less than nothing is owed to the customer, as a credit note is.
 *       What users credit of a sales return of ours is seen there too, and comes to the account of its order ({@code ReturnCredits}).
 *   <li>Whenever an entry comes to the account of an order, that is noted in the transaction of the change ({@code AllocationWatch}), and
 *       {@link centrasage.payments.allocate.PlanAllocations} plans what can be set off by now: {@code AllocationPlanner} pairs receipts
 *       with invoices and credits with refunds, and {@link centrasage.payments.allocate.AllocationTarget} has Sage allocate each pair.
 *       Allocations have no key in Sage: the entries in the history of both transactions are the evidence.
 *   <li>Where the site wants that, what rounding has left open is cleared once nothing more happens to its order ({@link
 *       centrasage.payments.residue.PlanResidues}): by a credit note where the customer owes it, by an invoice where it is owed to the
 *       customer. They come to the account as any other entry, and the next run sets them off.
 * </ol>
 */
@NullMarked
package centrasage.payments;

import org.jspecify.annotations.NullMarked;
