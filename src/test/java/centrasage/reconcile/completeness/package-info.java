@NullMarked
package centrasage.reconcile.completeness;

import org.jspecify.annotations.NullMarked;
