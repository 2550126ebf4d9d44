/** The exception desk on the real store: what opens, what closes, and what a person's words do. */
@NullMarked
package centrasage.desk;

import org.jspecify.annotations.NullMarked;
