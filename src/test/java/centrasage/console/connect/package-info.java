@NullMarked
package centrasage.console.connect;

import org.jspecify.annotations.NullMarked;
