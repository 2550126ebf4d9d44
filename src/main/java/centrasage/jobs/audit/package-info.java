/** The proof that the audit trail is whole: its seal, its heads outside the database, the comparison of both. */
@NullMarked
package centrasage.jobs.audit;

import org.jspecify.annotations.NullMarked;
