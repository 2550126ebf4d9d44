package centrasage.sync.store;

import centrasage.flow.Command;

/**
 * What was posted, and as which document of the other side.
 *
 * @param command as it was sent; {@link Command#isErased} once its person was erased
 * @param targetId the other side's id
 * @param targetNumber the number that the other side shows
 */
public record PostedDocument(long postingId, Command command, String targetId, String targetNumber) {}
