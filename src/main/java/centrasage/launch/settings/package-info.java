/** The effective settings and everything that is wrong with them. */
@NullMarked
package centrasage.launch.settings;

import org.jspecify.annotations.NullMarked;
