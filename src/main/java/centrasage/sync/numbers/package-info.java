/** Sage's numbers that Centra does not know yet. */
@NullMarked
package centrasage.sync.numbers;

import org.jspecify.annotations.NullMarked;
