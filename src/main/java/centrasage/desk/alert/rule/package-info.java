/** Who is told of what, and when not. */
@NullMarked
package centrasage.desk.alert.rule;

import org.jspecify.annotations.NullMarked;
