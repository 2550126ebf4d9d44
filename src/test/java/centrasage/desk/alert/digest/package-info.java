@NullMarked
package centrasage.desk.alert.digest;

import org.jspecify.annotations.NullMarked;
