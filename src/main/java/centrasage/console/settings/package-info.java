/** The settings as they are in force, without their secrets, and the health of everything that this application needs. */
@NullMarked
package centrasage.console.settings;

import org.jspecify.annotations.NullMarked;
