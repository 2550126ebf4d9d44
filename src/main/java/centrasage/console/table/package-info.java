/** Lists as tables: what a column is, which are shown to whom, the pages of a list and its export to a file. */
@NullMarked
package centrasage.console.table;

import org.jspecify.annotations.NullMarked;
