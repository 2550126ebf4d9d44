/**
 * What is posted for a batch: its payouts, its charges by kind, and what was exchanged between currencies.
 *
 * <p>{@link centrasage.settlements.plan.SettlementPlanner} decides and asks nobody; {@link centrasage.settlements.plan.PlanBatch} gives it what
 * the store knows, and records what it says.
 */
@NullMarked
package centrasage.settlements.plan;

import org.jspecify.annotations.NullMarked;
