/** What lies in the warehouses, by product size, and what of it is kept for orders: values, and the sums of them. */
@NullMarked
package centrasage.simulator.centra.stock;

import org.jspecify.annotations.NullMarked;
