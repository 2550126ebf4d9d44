/** The processes that share the store: which there are, which of them live, and that H2 has one at a time. */
@NullMarked
package centrasage.jobs.nodes;

import org.jspecify.annotations.NullMarked;
