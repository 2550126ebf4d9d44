/** Exceptions gathered by cause, so that each cause is told once. */
@NullMarked
package centrasage.desk.alert.cause;

import org.jspecify.annotations.NullMarked;
