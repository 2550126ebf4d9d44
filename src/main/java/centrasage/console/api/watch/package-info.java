/** What a monitoring system sees: health checks and metrics. */
@NullMarked
package centrasage.console.api.watch;

import org.jspecify.annotations.NullMarked;
