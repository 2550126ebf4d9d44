/** One run of a job as people see it: how far it is, what it did, and starting, stopping, restarting and giving up. */
@NullMarked
package centrasage.console.runs;

import org.jspecify.annotations.NullMarked;
