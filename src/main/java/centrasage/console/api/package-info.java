/** The REST API under {@code /api}: what operators and other programs may ask and do, described at {@code /openapi}. */
@NullMarked
package centrasage.console.api;

import org.jspecify.annotations.NullMarked;
