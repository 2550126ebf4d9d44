/**
 * Sales orders in Sage 200: found by their key, written exactly once, every answer to a write judged in one place. What may be
 * asked again is in {@code read}, the connection in {@code wire}.
 */
@NullMarked
package centrasage.sage200.client;

import org.jspecify.annotations.NullMarked;
