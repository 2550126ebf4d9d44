package centrasage.flow.event;

import centrasage.flow.PostingKey;

/** A posted document was amended to what its source says now: whoever was told of the change has nothing to do; observed in the same transaction. */
public record ChangeMade(long postingId, PostingKey key) {}
