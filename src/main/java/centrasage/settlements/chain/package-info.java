/** Finds what was never received: a batch between two others, a balance that begins otherwise than the last one ended. */
@NullMarked
package centrasage.settlements.chain;

import org.jspecify.annotations.NullMarked;
