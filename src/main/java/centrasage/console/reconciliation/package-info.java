/** Both systems on a business day, and what waits for people in Sage 200. */
@NullMarked
package centrasage.console.reconciliation;

import org.jspecify.annotations.NullMarked;
