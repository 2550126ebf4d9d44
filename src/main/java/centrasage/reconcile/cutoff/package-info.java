/** How captures, despatches and invoices stood against each other at the end of a day. */
@NullMarked
package centrasage.reconcile.cutoff;

import org.jspecify.annotations.NullMarked;
