/** Looking for orders, and what came and went of one. */
@NullMarked
package centrasage.console.api.orders;

import org.jspecify.annotations.NullMarked;
