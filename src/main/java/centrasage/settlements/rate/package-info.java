/** At which exchange rates Sage 200 holds what stands in clearing banks of other currencies, and at which a batch takes it out again. */
@NullMarked
package centrasage.settlements.rate;

import org.jspecify.annotations.NullMarked;
