/** Finds for each line of a proven batch the receipts and refunds in the clearing bank that it settles, and says how it found them. */
@NullMarked
package centrasage.settlements.match;

import org.jspecify.annotations.NullMarked;
