/** How an order is looked for in Sage 200, and written there once. What corrects its total stands beside it. */
@NullMarked
package centrasage.orders.post;

import org.jspecify.annotations.NullMarked;
