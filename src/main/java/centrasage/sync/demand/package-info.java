/** What is sold and not in Sage 200 yet: stock subtracts it from what Sage says is free. */
@NullMarked
package centrasage.sync.demand;

import org.jspecify.annotations.NullMarked;
