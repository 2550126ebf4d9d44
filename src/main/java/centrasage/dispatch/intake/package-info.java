/** Shipments as Centra sends them, staged before anything judges them. */
@NullMarked
package centrasage.dispatch.intake;

import org.jspecify.annotations.NullMarked;
