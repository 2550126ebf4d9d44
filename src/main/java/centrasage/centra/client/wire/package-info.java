/**
 * One request to Centra's GraphQL Integration API: {@link centrasage.centra.client.wire.CentraGraphQl} (how often, and when), {@code
 * Wire} (once, and what became of it), {@code Envelope} (what the answer says). Whatever goes wrong with a read ends as {@code
 * TargetUnavailable}, in words that name the remedy.
 */
@NullMarked
package centrasage.centra.client.wire;

import org.jspecify.annotations.NullMarked;
