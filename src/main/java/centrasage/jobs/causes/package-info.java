/** Telling of one cause instead of the many documents that it stops. */
@NullMarked
package centrasage.jobs.causes;

import org.jspecify.annotations.NullMarked;
