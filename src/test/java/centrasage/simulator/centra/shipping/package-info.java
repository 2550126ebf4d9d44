/** The rules by which goods leave, and a control API that plays the warehouse. */
@NullMarked
package centrasage.simulator.centra.shipping;

import org.jspecify.annotations.NullMarked;
