/** The same as the code that is tested here. */
@NullMarked
package centrasage.reconcile.kept;

import org.jspecify.annotations.NullMarked;
