/** Payout batches and clearing banks, as the REST API shows them. */
@NullMarked
package centrasage.console.api.settlements;

import org.jspecify.annotations.NullMarked;
