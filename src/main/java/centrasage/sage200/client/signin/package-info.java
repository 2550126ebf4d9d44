/** How this application signs in to Sage 200, and how an administrator connects it. */
@NullMarked
package centrasage.sage200.client.signin;

import org.jspecify.annotations.NullMarked;
