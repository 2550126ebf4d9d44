@NullMarked
package centrasage.orders.writeback;

import org.jspecify.annotations.NullMarked;
