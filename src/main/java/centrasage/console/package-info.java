/** The pages of the console: what finance, CX and operations people see and may do. Looking reads the store and nothing else. */
@NullMarked
package centrasage.console;

import org.jspecify.annotations.NullMarked;
