@NullMarked
package centrasage.orders.correction;

import org.jspecify.annotations.NullMarked;
