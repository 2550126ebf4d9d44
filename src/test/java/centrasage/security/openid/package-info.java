/** Who the company's sign-in lets in, and what it takes no for. */
@NullMarked
package centrasage.security.openid;

import org.jspecify.annotations.NullMarked;
