@NullMarked
package centrasage.orders.edit;

import org.jspecify.annotations.NullMarked;
