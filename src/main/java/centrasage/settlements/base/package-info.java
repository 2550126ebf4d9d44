/** Proves clearing banks of other currencies in the company's own: what Sage 200 holds them with is what stands in them, at the rates at which it was booked. */
@NullMarked
package centrasage.settlements.base;

import org.jspecify.annotations.NullMarked;
