/** What people in Sage 200 still have to do before an order is invoiced: read from Sage itself, with what it is worth and its age. */
@NullMarked
package centrasage.reconcile.worklist;

import org.jspecify.annotations.NullMarked;
