/** Jobs that begin before they are due, because something outside says that there is work. */
@NullMarked
package centrasage.jobs.wake;

import org.jspecify.annotations.NullMarked;
