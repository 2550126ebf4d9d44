/** Stock by SKU, for people and their spreadsheets. */
@NullMarked
package centrasage.console.api.stock;

import org.jspecify.annotations.NullMarked;
