/** What Centra charged for each part of an order, whatever its trade: with tax, on top of tax, free of tax, discounted. */
@NullMarked
package centrasage.orders.charged;

import org.jspecify.annotations.NullMarked;
