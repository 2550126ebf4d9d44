/** What a run of a job tells of itself: what it counted, why it failed. */
@NullMarked
package centrasage.sync.runs;

import org.jspecify.annotations.NullMarked;
