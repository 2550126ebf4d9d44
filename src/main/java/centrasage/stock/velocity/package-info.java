/** How fast SKUs sell in Centra. */
@NullMarked
package centrasage.stock.velocity;

import org.jspecify.annotations.NullMarked;
