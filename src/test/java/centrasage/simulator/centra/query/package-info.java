/** Which orders a query means, and in which order and pages they come. */
@NullMarked
package centrasage.simulator.centra.query;

import org.jspecify.annotations.NullMarked;
