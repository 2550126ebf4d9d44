/**
 * The settlement files of payment providers, as each really writes them, made of what was captured, refunded and disputed: with fees, foreign
 * currencies, reserves, carried balances and, on demand, damage.
 */
@NullMarked
package centrasage.simulator.psp;

import org.jspecify.annotations.NullMarked;
