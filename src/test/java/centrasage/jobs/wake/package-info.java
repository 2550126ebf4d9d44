@NullMarked
package centrasage.jobs.wake;

import org.jspecify.annotations.NullMarked;
