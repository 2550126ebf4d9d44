/** What may be sold: arithmetic, without a clock and without anybody to ask. */
@NullMarked
package centrasage.stock.figure;

import org.jspecify.annotations.NullMarked;
