/** The exchange rates at which a batch takes money out of clearing banks of other currencies. Asks nobody. */
@NullMarked
package centrasage.settlements.rate;

import org.jspecify.annotations.NullMarked;
