/** Returned goods that are back on stock in Centra, and not booked in in Sage yet. */
@NullMarked
package centrasage.sync.returns;

import org.jspecify.annotations.NullMarked;
