/** Signing in and out. */
@NullMarked
package centrasage.console.signin;

import org.jspecify.annotations.NullMarked;
