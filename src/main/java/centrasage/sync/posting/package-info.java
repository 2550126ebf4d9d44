/**
 * Posting once, whatever holds the state: plain classes over the ports {@link centrasage.sync.posting.Store}, which has the only
 * clock, and {@link centrasage.flow.Target}; without threads, sleeps and injection.
 */
@NullMarked
package centrasage.sync.posting;

import org.jspecify.annotations.NullMarked;
