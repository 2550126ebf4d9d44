/** How Sage 200 is to hold an order: its codes, its lines and totals that fit to the penny, its address. */
@NullMarked
package centrasage.orders.document;

import org.jspecify.annotations.NullMarked;
