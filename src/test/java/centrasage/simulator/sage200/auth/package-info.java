/** Who may come in: the headers of site and company, and the sign-ins of Sage ID and of a site on the LAN. */
@NullMarked
package centrasage.simulator.sage200.auth;

import org.jspecify.annotations.NullMarked;
