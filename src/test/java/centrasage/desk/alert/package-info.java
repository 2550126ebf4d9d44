@NullMarked
package centrasage.desk.alert;

import org.jspecify.annotations.NullMarked;
