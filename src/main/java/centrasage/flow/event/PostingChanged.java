package centrasage.flow.event;

import centrasage.flow.PostingKey;
import centrasage.flow.PostingState;
import centrasage.flow.Reason;
import centrasage.money.Money;
import java.util.List;

/**
 * A posting has moved from one state to another; observed in the same transaction.
 *
 * @param reasons why, where the new state has reasons; else empty
 * @param detail what people should know besides, such as the number in Sage; may be empty
 * @param gathered whether it stopped for a cause that stops many, and people are told of that instead
 */
public record PostingChanged(
        long postingId,
        PostingKey key,
        PostingState from,
        PostingState to,
        Money amount,
        List<Reason> reasons,
        String detail,
        boolean gathered) {
    public PostingChanged(
            long postingId,
            PostingKey key,
            PostingState from,
            PostingState to,
            Money amount,
            List<Reason> reasons,
            String detail) {
        this(postingId, key, from, to, amount, reasons, detail, false);
    }
}
