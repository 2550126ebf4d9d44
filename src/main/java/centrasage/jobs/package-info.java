/** The timetable, the runner and the recovery of jobs, which are known by name only; and the workers that post. */
@NullMarked
package centrasage.jobs;

import org.jspecify.annotations.NullMarked;
