/** Whether an order may be posted, and everything that speaks against it. */
@NullMarked
package centrasage.orders.check;

import org.jspecify.annotations.NullMarked;
