/**
 * What is posted for a batch: its payouts, its charges by kind, and what was exchanged between currencies.
 *
 * <p>{@link centrasage.settlements.plan.SettlementPlanner} decides and asks nobody; {@link centrasage.settlements.plan.PlanBatch} gives it what
 * the store knows, and records what it says; {@link centrasage.settlements.plan.WithdrawBatch} takes back what was planned and not sent. Whoever
 * decides over a batch (a person, the matching, the plan, another version) locks its row first.
 */
@NullMarked
package centrasage.settlements.plan;

import org.jspecify.annotations.NullMarked;
