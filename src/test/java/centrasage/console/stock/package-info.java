/** The same as the code that is tested here. */
@NullMarked
package centrasage.console.stock;

import org.jspecify.annotations.NullMarked;
