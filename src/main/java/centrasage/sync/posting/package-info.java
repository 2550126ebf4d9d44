/** Posting once, whatever holds the state: plain classes over the ports {@link centrasage.sync.posting.Store}, {@link
 * centrasage.flow.Target} and a clock, without threads, sleeps and injection. */
@NullMarked
package centrasage.sync.posting;

import org.jspecify.annotations.NullMarked;
