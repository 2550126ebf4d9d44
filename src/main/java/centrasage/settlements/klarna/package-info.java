/**
 * Klarna's settlement reports: one payout with its totals, and one row for each sale, fee, return, dispute and reserve of it. As CSV, with or
 * without the block of totals before the rows, and as JSON from the Settlements API. Documented at docs.klarna.com, "Settlement reports"; a
 * shop on Kustom (formerly Klarna Checkout) gets the same files. No file of a real merchant is known to us.
 *
 * <p>A payout is proven when the rows of each type come to its total, and the totals by Klarna's own formula to what was settled. No row is the
 * payout itself, nor a debt that an earlier payout left or this one leaves, nor the VAT on fees: those lines are made of the totals, so that all
 * lines of a proven batch come to nothing.
 */
@NullMarked
package centrasage.settlements.klarna;

import org.jspecify.annotations.NullMarked;
