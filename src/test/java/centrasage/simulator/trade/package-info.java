/**
 * A day's trade of a fashion brand, as its shop would hold it in Centra.
 *
 * <p>{@link centrasage.simulator.trade.TradeGenerator} deals the orders; the same seed deals the same orders. Amounts
 * are computed here in integer minor units, by code that shares nothing with the application it is used to test.
 */
@NullMarked
package centrasage.simulator.trade;

import org.jspecify.annotations.NullMarked;
