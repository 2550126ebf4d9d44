/**
 * Whether as much is open of each entry of an order's customer account as Sage 200 says, each night.
 *
 * <ol>
 *   <li>What is open here, and what was settled here of late, is read with Sage's own outstanding values:
 *       {@link centrasage.reconcile.open.OpenItemsRound}. What an allocation of ours has not done with yet is left to it.
 *   <li>The exchange rate that Sage states on each of them is kept beside it.
 *   <li>What a person did is judged order by order, and asks nobody: {@link centrasage.reconcile.open.Judged}.
 *   <li>Sage's value becomes ours, in the audit trail, and what is drift is told in the same transaction:
 *       {@link centrasage.reconcile.open.OpenItemsBook}.
 * </ol>
 */
@NullMarked
package centrasage.reconcile.open;

import org.jspecify.annotations.NullMarked;
