/**
 * What is posted for settlement batches, as PostOnce writes it: found by both references in the banks, and in the purchase ledger what
 * goes to suppliers; posted by one POST each.
 */
@NullMarked
package centrasage.settlements.post;

import org.jspecify.annotations.NullMarked;
