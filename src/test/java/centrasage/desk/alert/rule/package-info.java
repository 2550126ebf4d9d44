@NullMarked
package centrasage.desk.alert.rule;

import org.jspecify.annotations.NullMarked;
