/** The checks before go-live, over HTTP: run at once, and told whole. */
@NullMarked
package centrasage.console.api.checks;

import org.jspecify.annotations.NullMarked;
