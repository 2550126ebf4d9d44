package centrasage.sync.store;

import centrasage.flow.Command;
import centrasage.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * What was posted, and as which document of the other side.
 *
 * @param command as it was sent; {@link Command#isErased} once its person was erased
 * @param targetId the other side's id
 * @param targetNumber the number that the other side shows
 * @param targetTotal the total that it answered with, or was read back to have; null where it is not known
 */
public record PostedDocument(
        long postingId,
        Command command,
        String targetId,
        String targetNumber,
        @Nullable Money targetTotal) {}
