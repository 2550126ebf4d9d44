@NullMarked
package centrasage.orders.intake;

import org.jspecify.annotations.NullMarked;
