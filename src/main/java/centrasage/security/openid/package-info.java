/** Signing in at the company's own provider, by OpenID Connect: going there, coming back, and what its token is worth. */
@NullMarked
package centrasage.security.openid;

import org.jspecify.annotations.NullMarked;
