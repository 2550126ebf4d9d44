@NullMarked
package centrasage.orders.backfill;

import org.jspecify.annotations.NullMarked;
