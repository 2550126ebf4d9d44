/** The step of a job that stages what a source has changed. */
@NullMarked
package centrasage.sync.collect;

import org.jspecify.annotations.NullMarked;
