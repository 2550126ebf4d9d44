/** Those who change products and prices: an integration, by mutations, and the merchandisers of the shop. */
@NullMarked
package centrasage.simulator.centra.cataloguing;

import org.jspecify.annotations.NullMarked;
