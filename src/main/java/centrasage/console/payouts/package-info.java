/** The pages of payouts: what the payment providers paid, whether it adds up, and what a person says of what does not. */
@NullMarked
package centrasage.console.payouts;

import org.jspecify.annotations.NullMarked;
