package centrasage.flow.event;

import centrasage.flow.PostingKey;

/**
 * The source of a document is again as it was when it was posted or given up, after people were told of a change; observed in
 * the same transaction.
 */
public record ChangeWithdrawn(long postingId, PostingKey key) {}
