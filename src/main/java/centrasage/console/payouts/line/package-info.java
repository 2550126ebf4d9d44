/** One line of a payout, and what a person says of it. */
@NullMarked
package centrasage.console.payouts.line;

import org.jspecify.annotations.NullMarked;
