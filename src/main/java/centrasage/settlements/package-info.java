/**
 * The story of a payout, from a file of the provider's to a clearing bank that proves. The steps of the job {@code settlement-post}:
 *
 * <ol>
 *   <li><b>fetch</b>: {@link centrasage.settlements.fetch.FetchFiles} brings files into the inbox, where a site wants that. A file lands whole or
 *       not at all.
 *   <li><b>take-files</b>: {@link centrasage.settlements.read.Readers} finds out whose file it is; nobody's, and one that may be two providers', is
 *       not read. The provider's {@link centrasage.settlements.read.SettlementReader} makes a {@link
 *       centrasage.settlements.file.SettlementLine} of each row, exactly or not at all, and proves each {@link
 *       centrasage.settlements.file.Batch} by the provider's own control totals. {@link centrasage.settlements.intake.TakeFiles} writes lines and
 *       batches down and only then moves the file: a run that dies before begins it anew, one that dies after finds it known.
 *   <li><b>check-chains</b>: {@link centrasage.settlements.chain.CheckChains} tells what was never received between two batches.
 *   <li><b>settle</b>: {@link centrasage.settlements.match.Matcher} finds for each line of a payment the receipts or refunds in the clearing bank
 *       that it settles, or says why it settles none; where two fit it takes neither, and {@link
 *       centrasage.settlements.settle.PersonsWord} is for a person, who can put a line into suspense as well. {@link
 *       centrasage.settlements.plan.SettlementPlanner} decides what is posted: payouts, what was kept, what was exchanged, what is paid off the
 *       provider's supplier account; in clearing banks of other currencies at the rates at which it was booked there ({@link
 *       centrasage.settlements.base.RatesOfBatch}).
 *   <li><b>post</b>: the lanes post it, each posting looked for in Sage's banks by both its references before it is sent, and after a time-out
 *       again ({@link centrasage.settlements.post}).
 *   <li><b>take-statements</b>: {@link centrasage.settlements.statement.Arrivals} finds payouts on bank statements.
 *   <li><b>journals</b>: {@link centrasage.settlements.journal.WatchJournals} looks in Sage's nominal ledger for the journals that people
 *       import there, where what is to be put right is no cash.
 *   <li><b>prove</b>: {@link centrasage.settlements.proof.ProveClearing} holds each clearing bank, as Sage's cash book has it, against what is open in
 *       it; those of other currencies in the company's own as well, for which {@link centrasage.settlements.base.ReadBack} asks Sage with what it
 *       holds what stands in them. A difference is for a person.
 * </ol>
 *
 * <p>What is open in the banks is in {@link centrasage.sync.ledger.ClearingEntries}: written when a receipt or refund is posted, or taken from the
 * file of {@link centrasage.settlements.opening opening items}, and settled by lines.
 */
@NullMarked
package centrasage.settlements;

import org.jspecify.annotations.NullMarked;
