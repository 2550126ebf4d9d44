/** The runs of the past, for people who look: found by state and day, their steps, what became of them, and what was missed. */
@NullMarked
package centrasage.jobs.history;

import org.jspecify.annotations.NullMarked;
