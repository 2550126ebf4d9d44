/** What keeps the store itself in order: the check of the audit trail, retention, the pruning of old runs. */
@NullMarked
package centrasage.jobs.nightly;

import org.jspecify.annotations.NullMarked;
