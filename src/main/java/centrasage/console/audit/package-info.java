/** The audit trail for people, and whether its seal holds. */
@NullMarked
package centrasage.console.audit;

import org.jspecify.annotations.NullMarked;
