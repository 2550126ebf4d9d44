package centrasage.sync.posting;

import java.time.Instant;

/**
 * A locked posting that is about a document which the other side has already.
 *
 * @param documentId the other side's id of that document
 * @param notBefore when it is tried next
 */
public record LockedDocument(long postingId, String company, String documentId, Instant notBefore) {}
