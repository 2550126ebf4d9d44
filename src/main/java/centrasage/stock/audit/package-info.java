/** Why Centra shows something else than Sage 200 has, in words. */
@NullMarked
package centrasage.stock.audit;

import org.jspecify.annotations.NullMarked;
