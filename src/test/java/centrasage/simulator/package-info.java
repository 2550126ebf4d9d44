/** Stand-in systems that a newcomer runs on a laptop and an integrator rehearses a go-live with. */
@NullMarked
package centrasage.simulator;

import org.jspecify.annotations.NullMarked;
