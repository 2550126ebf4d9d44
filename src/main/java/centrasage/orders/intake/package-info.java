/** How orders come in: page by page as they changed, or one by one because Centra's event queue names them. */
@NullMarked
package centrasage.orders.intake;

import org.jspecify.annotations.NullMarked;
