/**
 * The checker of the demo and of every story: it compares what the two simulators hold, each by its own account, and never
 * asks the application.
 */
@NullMarked
package centrasage.simulator.audit;

import org.jspecify.annotations.NullMarked;
