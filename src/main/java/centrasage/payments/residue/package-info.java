/** What rounding has left open of orders on which nothing more happens is cleared, where the site wants that: {@code open-items.residue}. */
@NullMarked
package centrasage.payments.residue;

import org.jspecify.annotations.NullMarked;
