/** Alerts and feeds in the API: the rules, the channels, a test, and the rhythm of what comes. */
@NullMarked
package centrasage.console.api.alerts;

import org.jspecify.annotations.NullMarked;
