package centrasage.sync.store;

import centrasage.flow.PostingKey;
import centrasage.flow.PostingState;
import centrasage.flow.Reason;
import centrasage.money.Money;
import centrasage.sync.posting.Block;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * An unfinished posting, and for how long it has been so.
 *
 * @param since when it took its state, or was first met by what blocks it
 * @param by who holds the lock, as far as the other side says; empty for all that is not locked
 * @param reasons of what is parked
 */
public record Waiting(
        long postingId,
        PostingKey key,
        Money amount,
        PostingState state,
        Instant since,
        String by,
        List<Reason> reasons) {

    static Waiting of(PostingRow row, QueueRow queued, PostingState counts) {
        Optional<Block> block = Optional.ofNullable(queued.block()).filter(met -> met.as() == counts);
        return new Waiting(
                row.id(),
                row.key(),
                row.amount(),
                counts,
                block.map(Block::since).orElseGet(row::since),
                block.map(Block::by).orElse(""),
                row.reasons());
    }
}
