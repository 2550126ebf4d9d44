/** Who may do what: users, roles and the one way of signing in. */
@NullMarked
package centrasage.security;

import org.jspecify.annotations.NullMarked;
