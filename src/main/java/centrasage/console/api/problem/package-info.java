/** What is refused and how it is told: problem documents of RFC 9457, and the values of an address that are read or refused. */
@NullMarked
package centrasage.console.api.problem;

import org.jspecify.annotations.NullMarked;
