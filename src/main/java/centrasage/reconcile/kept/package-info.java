/** Both systems on each business day as they were when they were last compared, so that looking at a day asks neither of them. */
@NullMarked
package centrasage.reconcile.kept;

import org.jspecify.annotations.NullMarked;
