package centrasage.flow.event;

import centrasage.flow.PostingKey;
import centrasage.flow.PostingState;
import centrasage.flow.Reason;
import centrasage.money.Money;

/**
 * A posting has been in its state for longer than it should; told again and again while it is so, observed in the same
 * transaction.
 *
 * @param state as which it counts: what is locked counts so while it is tried once more, and what waits for another as waiting
 * @param amount the money at risk
 * @param reason since when, and what to do; the same words for as long as nothing of it changes
 */
public record PostingOverdue(long postingId, PostingKey key, PostingState state, Money amount, Reason reason) {

    /** The code of the reason. */
    public static String code(PostingState state) {
        return "STUCK_" + state;
    }
}
