package centrasage.sync.staging;

import java.time.Instant;

/**
 * What was received and waits for its plan.
 *
 * @param oldestId of the document that is planned next
 * @param oldest its source key
 * @param stagedAt when it was received
 */
public record Backlog(long documents, long oldestId, String oldest, Instant stagedAt) {}
