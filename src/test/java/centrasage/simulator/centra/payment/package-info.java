/** The payment providers behind the shop, and its staff, as far as the money of orders is concerned: answers, entries, refunds. */
@NullMarked
package centrasage.simulator.centra.payment;

import org.jspecify.annotations.NullMarked;
