/** How the steps of a shipment are looked for in Centra and written there, each by one mutation. */
@NullMarked
package centrasage.dispatch.centra.post;

import org.jspecify.annotations.NullMarked;
