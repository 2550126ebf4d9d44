/** The workers that post what is due: inside a run, and between runs by the clock. */
@NullMarked
package centrasage.jobs.lanes;

import org.jspecify.annotations.NullMarked;
