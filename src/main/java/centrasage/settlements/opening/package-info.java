/** What stood in the clearing banks at the cut-over, so that payouts of payments from before it find what they settle. */
@NullMarked
package centrasage.settlements.opening;

import org.jspecify.annotations.NullMarked;
