/** The orders with what follows from them: the list, the search, and the life of one. */
@NullMarked
package centrasage.console.orders;

import org.jspecify.annotations.NullMarked;
