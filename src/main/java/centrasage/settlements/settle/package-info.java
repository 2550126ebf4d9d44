/**
 * What is received is matched and planned: {@link centrasage.settlements.settle.SettleBatches} is the step of the job, {@link
 * centrasage.settlements.settle.MatchBatch} finds what the lines of a batch settle.
 */
@NullMarked
package centrasage.settlements.settle;

import org.jspecify.annotations.NullMarked;
