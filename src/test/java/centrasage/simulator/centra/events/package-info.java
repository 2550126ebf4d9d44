/** How Centra says that something happened: the event queue of each integration, and signed web hooks. */
@NullMarked
package centrasage.simulator.centra.events;

import org.jspecify.annotations.NullMarked;
