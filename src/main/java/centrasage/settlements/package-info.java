/**
 * The story of a settlement file, as far as it goes by now: from its bytes to what each of its lines settles.
 *
 * <ol>
 *   <li>{@link centrasage.settlements.read.Readers} finds out whose file it is, by its name and its first lines. Nobody's, and one that may be
 *       two providers', is not read.
 *   <li>The provider's {@link centrasage.settlements.read.SettlementReader} makes a {@link centrasage.settlements.file.SettlementLine} of each
 *       row, exactly or not at all, and keeps none of them: a file may have a million. Types of rows that are not known stop their batch.
 *   <li>It proves each {@link centrasage.settlements.file.Batch} by the provider's own control totals. What is not proven goes no further, and
 *       says in which line and column and why.
 *   <li>{@link centrasage.settlements.match.Matcher} finds for each line of a payment the receipts or refunds in the clearing bank that it
 *       settles, or says why it settles none. Where two fit it takes neither.
 * </ol>
 */
@NullMarked
package centrasage.settlements;

import org.jspecify.annotations.NullMarked;
