@NullMarked
package centrasage.reconcile.open;

import org.jspecify.annotations.NullMarked;
