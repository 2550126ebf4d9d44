package centrasage.flow.event;

import centrasage.flow.DocumentVersion;

/**
 * A person has dealt with the change of a document that was posted or given up: the other side is as its source was when people were told;
 * observed in the same transaction.
 *
 * @param document as it was posted
 */
public record ChangeResolved(DocumentVersion document) {}
