/** What all readers of settlement files have in common: the bytes of a file as rows of cells, and cells as amounts, days and references, strictly. */
@NullMarked
package centrasage.settlements.read;

import org.jspecify.annotations.NullMarked;
