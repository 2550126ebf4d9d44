@NullMarked
package centrasage.orders.plan;

import org.jspecify.annotations.NullMarked;
