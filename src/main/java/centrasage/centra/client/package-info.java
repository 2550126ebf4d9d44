/** What is asked of Centra: {@link centrasage.centra.client.CentraOrders}, {@link centrasage.centra.client.CentraEvents}. */
@NullMarked
package centrasage.centra.client;

import org.jspecify.annotations.NullMarked;
