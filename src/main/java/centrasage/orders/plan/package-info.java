/**
 * What becomes of a staged order: {@link centrasage.orders.plan.StagedOrders} reads what waits for a plan, {@link
 * centrasage.orders.plan.PlanOrders} gathers what a plan needs, {@link centrasage.orders.plan.OrderPlanner} decides and asks nobody,
 * and {@link centrasage.orders.plan.RecordPlans} records. {@link centrasage.orders.plan.OrderPreview} does the same and records nothing.
 */
@NullMarked
package centrasage.orders.plan;

import org.jspecify.annotations.NullMarked;
