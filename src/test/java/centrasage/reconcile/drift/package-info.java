@NullMarked
package centrasage.reconcile.drift;

import org.jspecify.annotations.NullMarked;
