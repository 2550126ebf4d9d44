/**
 * PayPal's Settlement Report (STL): rows of several kinds, told by their first cell, in sections of one account and one day. PayPal is a
 * wallet, so a batch is a section in one currency, proven by its footer: what it began with, and all its rows, come to what it ended with;
 * a payout is a row like any other. Documented at developer.paypal.com, "Settlement report"; where files differ from it, see
 * {@code docs/settlements.md}.
 */
@NullMarked
package centrasage.settlements.paypal;

import org.jspecify.annotations.NullMarked;
