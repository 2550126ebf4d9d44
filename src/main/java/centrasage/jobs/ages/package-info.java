/** What stays in its state for too long, and an outage that lasts, are brought to a person's attention. */
@NullMarked
package centrasage.jobs.ages;

import org.jspecify.annotations.NullMarked;
