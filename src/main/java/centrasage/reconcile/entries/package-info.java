/**
 * Whether what was posted to Sage 200's sales ledger and banks on some days is there, as it was posted: receipts, refunds, credit notes and
 * what gift cards paid. Invoices of shipments are held against their shipments ({@code completeness}).
 *
 * <ol>
 *   <li>What was posted is read, with what people were told of before: {@link centrasage.reconcile.entries.EntriesOfDays}.
 *   <li>What Sage has under the same references is read: {@link centrasage.reconcile.entries.SageEntries}.
 *   <li>Each entry is judged once, and asks nobody: {@link centrasage.reconcile.entries.EntryJudge}.
 *   <li>What is missing or differs is an exception, which closes by itself when it is over. Where most of a day is missing, Sage was put
 *       back, and people are told that once: {@link centrasage.reconcile.entries.LedgerOfDays}. What is open is looked at with it
 *       ({@code open}).
 * </ol>
 */
@NullMarked
package centrasage.reconcile.entries;

import org.jspecify.annotations.NullMarked;
