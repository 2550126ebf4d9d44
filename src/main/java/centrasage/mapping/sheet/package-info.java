/** Mapping files as sheets that people type into: rows of cells, right or wrong, and what becomes of two people's work. */
@NullMarked
package centrasage.mapping.sheet;

import org.jspecify.annotations.NullMarked;
