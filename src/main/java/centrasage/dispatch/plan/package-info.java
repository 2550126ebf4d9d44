/** What becomes of a shipment, decided before anything is written. */
@NullMarked
package centrasage.dispatch.plan;

import org.jspecify.annotations.NullMarked;
