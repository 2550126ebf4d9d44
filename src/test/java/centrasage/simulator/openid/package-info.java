/** A company's sign-in, as Entra ID speaks OpenID Connect: written against the standards and the JDK alone, so that it shares no mistake with us. */
@NullMarked
package centrasage.simulator.openid;

import org.jspecify.annotations.NullMarked;
