package centrasage.sync.store;

import centrasage.flow.DocumentVersion;
import centrasage.flow.PostingKey;

/**
 * One of the postings that stopped for one cause.
 *
 * @param source the document that it was planned from
 */
public record Gathered(long postingId, PostingKey key, DocumentVersion source) {}
