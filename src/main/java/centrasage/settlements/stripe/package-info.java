/**
 * Stripe's payout reconciliation report, itemised: one line for each balance transaction, with the automatic payout that paid it; all lines
 * of a payout come to what was paid. Documented at docs.stripe.com, "Payout reconciliation report" and "Reporting categories"; where files
 * differ from it, see {@code docs/settlements.md}.
 */
@NullMarked
package centrasage.settlements.stripe;

import org.jspecify.annotations.NullMarked;
