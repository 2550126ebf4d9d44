/** One run of stock-to-centra. */
@NullMarked
package centrasage.stock.publish;

import org.jspecify.annotations.NullMarked;
