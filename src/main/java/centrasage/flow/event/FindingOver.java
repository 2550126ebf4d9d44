package centrasage.flow.event;

/**
 * What people were told of a posted document is so no more; observed in the same transaction.
 *
 * @param how in words, such as {@code all of it was taken}
 */
public record FindingOver(PostingFinding.Kind kind, long postingId, String how) {}
