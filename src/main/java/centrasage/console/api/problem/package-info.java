/** Everything that goes wrong under {@code /api}, as RFC 9457 problem documents that name the thing and the remedy. */
@NullMarked
package centrasage.console.api.problem;

import org.jspecify.annotations.NullMarked;
