/** What Sage 200 holds, SKU by SKU, and what of it Centra was told. */
@NullMarked
package centrasage.stock.level;

import org.jspecify.annotations.NullMarked;
