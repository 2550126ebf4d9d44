/** What a check finds, and how people hear of it. */
@NullMarked
package centrasage.reconcile.finding;

import org.jspecify.annotations.NullMarked;
