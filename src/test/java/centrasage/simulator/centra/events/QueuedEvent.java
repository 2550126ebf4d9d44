package centrasage.simulator.centra.events;

import java.time.Instant;

/**
 * Something that happened, in the queue of one integration.
 *
 * @param reference of an order its number, of anything else its id
 */
public record QueuedEvent(
        int id, String integration, String objectType, ChangeType change, long reference, Instant createdAt) {}
