/** Sage's company databases, as far as they can be asked who has a record open. */
@NullMarked
package centrasage.simulator.sage200.database;

import org.jspecify.annotations.NullMarked;
