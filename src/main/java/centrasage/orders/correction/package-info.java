/**
 * An order that Sage 200 gave another total than Centra's: {@link centrasage.orders.correction.Correcting} plans what puts it
 * right, where {@code orders.on-difference = correct}, and {@link centrasage.orders.correction.CorrectionTarget} posts it.
 */
@NullMarked
package centrasage.orders.correction;

import org.jspecify.annotations.NullMarked;
