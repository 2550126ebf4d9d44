/** An order as it was posted beside the same order as Centra has it now: what a person needs to correct Sage 200 by. */
@NullMarked
package centrasage.orders.edit;

import org.jspecify.annotations.NullMarked;
