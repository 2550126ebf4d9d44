/** How both systems stand on a day, over HTTP. */
@NullMarked
package centrasage.console.api.reconciliation;

import org.jspecify.annotations.NullMarked;
