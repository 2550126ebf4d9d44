/**
 * The wire to Sage 200: reads that may be repeated, writes that are made exactly once, and the one place that says what
 * an answer to a write means.
 */
@NullMarked
package centrasage.sage200.client;

import org.jspecify.annotations.NullMarked;
