/** What a run of a job tells of itself: on which process it runs, what it counted, why it failed. */
@NullMarked
package centrasage.sync.runs;

import org.jspecify.annotations.NullMarked;
