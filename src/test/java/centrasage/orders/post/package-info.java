@NullMarked
package centrasage.orders.post;

import org.jspecify.annotations.NullMarked;
