package centrasage.sync.store;

import centrasage.flow.PostingKey;

/** One of the postings that stopped for one cause. */
public record Gathered(long postingId, PostingKey key) {}
