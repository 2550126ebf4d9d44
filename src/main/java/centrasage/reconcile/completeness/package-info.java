/**
 * Whether everything that happened in Centra on some days is in Sage 200, and the other way round, by id. Its executable twin is
 * {@code META-INF/batch-jobs/reconcile.xml}.
 *
 * <ol>
 *   <li>The orders that Centra made on these days, and the shipments that it completed, are read by their own dates and not by what
 *       changed: {@link centrasage.reconcile.completeness.CentraDays}. What never arrived here is staged, and told.
 *   <li>Sage's orders of the same days and the despatches under their keys are read: {@link centrasage.reconcile.completeness.SageDays}.
 *   <li>Each number is judged once, of what both sides and our own postings say of it, and asks nobody:
 *       {@link centrasage.reconcile.completeness.OrderJudge}, {@link centrasage.reconcile.completeness.DespatchJudge}.
 *   <li>Money and returns of these days that never arrived are staged ({@code received}); what was posted to ledgers and banks is looked for,
 *       and what is open there taken over ({@code entries}, {@code open}).
 *   <li>What nothing else tells is an exception, which closes by itself when it is over ({@link centrasage.desk.DriftBook}). What the job
 *       {@code order-drift} tells already is shown in the figures of a day, and not told twice.
 * </ol>
 */
@NullMarked
package centrasage.reconcile.completeness;

import org.jspecify.annotations.NullMarked;
