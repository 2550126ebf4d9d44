/**
 * Asks Centra over its GraphQL Integration API. {@link centrasage.centra.client.CentraOrders} is what others use.
 *
 * <p>One request goes {@code CentraGraphQl} (how often, and when) -> {@code Wire} (once, and what became of it) -> {@code
 * Envelope} (what the answer says). Whatever goes wrong with a read ends as {@code TargetUnavailable}, in words that name
 * the remedy.
 */
@NullMarked
package centrasage.centra.client;

import org.jspecify.annotations.NullMarked;
