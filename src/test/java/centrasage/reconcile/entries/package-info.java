@NullMarked
package centrasage.reconcile.entries;

import org.jspecify.annotations.NullMarked;
