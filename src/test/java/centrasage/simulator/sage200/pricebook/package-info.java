/**
 * The price book as Sage 200 keeps it.
 *
 * <ol>
 *   <li>{@link PriceBook} keeps what products cost in each price band.
 *   <li>{@link PriceRoutes} shows bands and prices over the API, which writes neither.
 *   <li>{@link ProductControl} changes a product and its prices as the user who keeps its record would.
 * </ol>
 */
@NullMarked
package centrasage.simulator.sage200.pricebook;

import org.jspecify.annotations.NullMarked;
