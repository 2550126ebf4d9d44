/** What is posted for settlement batches, as PostOnce writes it: found in the banks by both references, posted by one POST each. */
@NullMarked
package centrasage.settlements.post;

import org.jspecify.annotations.NullMarked;
