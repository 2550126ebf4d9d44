/** Whether the audit trail is still whole: its heads outside the database, and the two compared. */
@NullMarked
package centrasage.jobs.audit;

import org.jspecify.annotations.NullMarked;
