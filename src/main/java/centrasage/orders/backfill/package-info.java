/** Orders that no window of changes reaches any more, brought when a person asks for them, behind today's trade. */
@NullMarked
package centrasage.orders.backfill;

import org.jspecify.annotations.NullMarked;
