/** The words that every flow shares: keys, plans, outcomes, states, and the ports to the outside. */
@NullMarked
package centrasage.flow;

import org.jspecify.annotations.NullMarked;
