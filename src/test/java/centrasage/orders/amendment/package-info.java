/** Amendments of posted orders: planned, written to the simulator under every fault, and recorded. */
@NullMarked
package centrasage.orders.amendment;

import org.jspecify.annotations.NullMarked;
