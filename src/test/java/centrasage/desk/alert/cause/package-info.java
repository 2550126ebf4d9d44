@NullMarked
package centrasage.desk.alert.cause;

import org.jspecify.annotations.NullMarked;
