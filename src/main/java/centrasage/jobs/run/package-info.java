/** One run of a job: how it is started and stopped, and what is remembered of it. */
@NullMarked
package centrasage.jobs.run;

import org.jspecify.annotations.NullMarked;
