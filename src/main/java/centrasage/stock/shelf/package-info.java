/** Which warehouse of Sage's is which of Centra's, and what a product is called there. */
@NullMarked
package centrasage.stock.shelf;

import org.jspecify.annotations.NullMarked;
