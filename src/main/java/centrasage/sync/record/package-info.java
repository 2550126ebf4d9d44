/** What was done, by whom and when: the audit trail, its seal, and the counts of runs. */
@NullMarked
package centrasage.sync.record;

import org.jspecify.annotations.NullMarked;
