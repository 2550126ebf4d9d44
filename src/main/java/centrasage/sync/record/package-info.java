/** What was done, by whom, when: the audit trail under its seal. */
@NullMarked
package centrasage.sync.record;

import org.jspecify.annotations.NullMarked;
