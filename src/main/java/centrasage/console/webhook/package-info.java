/**
 * Centra's web hooks: signed calls that say that something happened. What they say is not looked at. One whose signature is
 * right wakes the job {@code order-import}, which asks Centra itself.
 */
@NullMarked
package centrasage.console.webhook;

import org.jspecify.annotations.NullMarked;
