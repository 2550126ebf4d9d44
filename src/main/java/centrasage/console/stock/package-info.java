/** Stock by SKU and the catalogue, as both systems show them. */
@NullMarked
package centrasage.console.stock;

import org.jspecify.annotations.NullMarked;
