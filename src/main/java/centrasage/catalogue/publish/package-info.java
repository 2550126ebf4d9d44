/** The step of the job: read both sides, weigh, write what changed. */
@NullMarked
package centrasage.catalogue.publish;

import org.jspecify.annotations.NullMarked;
