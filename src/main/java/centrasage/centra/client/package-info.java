/** What is asked of Centra: {@link centrasage.centra.client.CentraOrders}. */
@NullMarked
package centrasage.centra.client;

import org.jspecify.annotations.NullMarked;
