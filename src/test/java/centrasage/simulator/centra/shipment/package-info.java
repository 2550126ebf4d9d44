/** What Centra keeps about goods that leave, or are about to, or come back: values without rules. */
@NullMarked
package centrasage.simulator.centra.shipment;

import org.jspecify.annotations.NullMarked;
