/** What the shop does with goods that come back: takes them, values them, and lets a day of returns happen. */
@NullMarked
package centrasage.simulator.centra.returns;

import org.jspecify.annotations.NullMarked;
