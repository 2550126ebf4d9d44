/**
 * Adyen's Settlement Details report: one line for each payment, refund, chargeback and cost of a batch, which together with its payout come to
 * nothing in each net currency. Documented at docs.adyen.com, "Settlement details report" and "Journal types"; where files differ from it, see
 * {@code docs/settlements.md}.
 */
@NullMarked
package centrasage.settlements.adyen;

import org.jspecify.annotations.NullMarked;
