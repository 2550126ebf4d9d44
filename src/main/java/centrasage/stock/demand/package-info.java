/** What is ordered and not in Sage 200 yet, kept as it changes. */
@NullMarked
package centrasage.stock.demand;

import org.jspecify.annotations.NullMarked;
