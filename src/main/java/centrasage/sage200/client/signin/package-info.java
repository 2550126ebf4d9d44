/** Signing in to Sage 200, from an administrator's consent to each single request. */
@NullMarked
package centrasage.sage200.client.signin;

import org.jspecify.annotations.NullMarked;
