package centrasage.flow.event;

import centrasage.flow.PostingKey;

/**
 * The source of a document is again as it was when it was posted or given up; observed in the same transaction. News only to
 * whoever was told of a change before, and may have corrected the other side.
 */
public record ChangeWithdrawn(long postingId, PostingKey key) {}
