/**
 * An order that Centra changed or cancelled after it was posted. {@link centrasage.orders.amendment.AmendmentPlanner} decides whether
 * what was posted may be made what is planned now, {@link centrasage.orders.amendment.AmendmentPlans} plans it where {@code
 * orders.on-edit = amend}, or tells a person exactly what to change, and {@link centrasage.orders.amendment.AmendmentTarget} posts it.
 */
@NullMarked
package centrasage.orders.amendment;

import org.jspecify.annotations.NullMarked;
