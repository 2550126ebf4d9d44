package centrasage.flow.event;

import centrasage.flow.PostingKey;

/** A posting that had stopped by itself turns out to have stopped for a cause that stops many; observed in the same transaction. */
public record PostingGathered(long postingId, PostingKey key, String cause) {}
