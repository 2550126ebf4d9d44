@NullMarked
package centrasage.console;

import org.jspecify.annotations.NullMarked;
