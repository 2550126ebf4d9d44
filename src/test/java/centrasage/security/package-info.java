/** Who is let in, and who is not. */
@NullMarked
package centrasage.security;

import org.jspecify.annotations.NullMarked;
