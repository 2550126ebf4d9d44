/** The check of the mappings: every gap, overlap and stale code, against Sage 200 as it is now. */
@NullMarked
package centrasage.reconcile.mapping;

import org.jspecify.annotations.NullMarked;
