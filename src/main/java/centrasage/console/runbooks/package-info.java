/** The handbook that is packed into the application: found by words, and shown as pages. */
@NullMarked
package centrasage.console.runbooks;

import org.jspecify.annotations.NullMarked;
