@NullMarked
package centrasage.reconcile.received;

import org.jspecify.annotations.NullMarked;
