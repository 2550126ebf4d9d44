/** The jobs as people see them: each with its rhythm, its runs, what was missed, and starting one now. */
@NullMarked
package centrasage.console.jobs;

import org.jspecify.annotations.NullMarked;
