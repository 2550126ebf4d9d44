/** The versions of the mappings over HTTP: to look at, to take away, and to make. */
@NullMarked
package centrasage.console.api.mappings;

import org.jspecify.annotations.NullMarked;
