/**
 * What is received is matched and planned: {@link centrasage.settlements.settle.SettleBatches} is the step of the job, {@link
 * centrasage.settlements.settle.MatchBatch} finds what the lines of a batch settle, {@link centrasage.settlements.settle.FeeReport} holds its fees
 * against the provider's contract, and {@link centrasage.settlements.settle.PersonsWord} takes what people say of what was not found.
 */
@NullMarked
package centrasage.settlements.settle;

import org.jspecify.annotations.NullMarked;
