/**
 * Whether the money that Centra took and gave back, and the goods that came back there, ever arrived here.
 *
 * <ol>
 *   <li>The payments of the orders of some days and of the orders that were sent on them, and the returns of those days, are read from
 *       Centra by number and by their own dates, and not by what changed: {@link centrasage.reconcile.received.CentraMoney}.
 *   <li>What has no posting and is in nothing that was staged has never arrived: it is staged and told, and is over once it is here:
 *       {@link centrasage.reconcile.received.MoneyReceived}.
 * </ol>
 */
@NullMarked
package centrasage.reconcile.received;

import org.jspecify.annotations.NullMarked;
