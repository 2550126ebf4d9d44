package centrasage.settlements.proof;

import centrasage.flow.PostingKind;
import centrasage.flow.PostingState;
import centrasage.settlements.plan.BatchPostings;
import centrasage.settlements.store.SettlementBatch;
import centrasage.settlements.store.SettlementBatches;
import centrasage.sync.database.Atomic;
import centrasage.sync.ledger.ClearingEntries;
import centrasage.sync.ledger.ClearingEntry;
import centrasage.sync.store.Posting;
import centrasage.sync.store.Postings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The way from an order to its payouts: what became of each of its receipts and refunds in the clearing banks. */
@ApplicationScoped
public class OrderPayouts {
    private ClearingEntries entries;
    private SettlementBatches batches;
    private Postings postings;

    @SuppressWarnings("NullAway.Init")
    OrderPayouts() {}

    @Inject
    public OrderPayouts(ClearingEntries entries, SettlementBatches batches, Postings postings) {
        this.entries = entries;
        this.batches = batches;
        this.postings = postings;
    }

    /** What became of it. */
    public enum Fate {
        OPEN,
        /** A line of a payout settles it. */
        SETTLED,
        /** A person has entered in Sage what became of it. */
        EXPLAINED
    }

    /** @param line which settles it; null where none does */
    public record Payout(
            ClearingEntry entry, Fate fate, @Nullable Line line) {}

    /**
     * @param place in its batch, of several lines that settle the same the first
     * @param paidOut the day under which the last payout of the batch is booked; null while nothing of it is in the bank in Sage 200
     */
    public record Line(
            SettlementBatch batch, long place, @Nullable LocalDate paidOut) {}

    /** In the order in which they were posted. */
    @Atomic
    public List<Payout> of(String order) {
        return entries.ofOrder(order).stream().map(this::payout).toList();
    }

    private Payout payout(ClearingEntries.Known known) {
        if (known.isOpen() || known.isByHand()) {
            return new Payout(known.entry(), known.isOpen() ? Fate.OPEN : Fate.EXPLAINED, null);
        }
        Line line = batches.batch(known.batch())
                .map(batch -> new Line(batch, known.line(), paidOut(batch)))
                .orElse(null);
        return new Payout(known.entry(), Fate.SETTLED, line);
    }

    /** Asked of its postings, because a batch may have a million lines. */
    private @Nullable LocalDate paidOut(SettlementBatch batch) {
        return BatchPostings.of(postings, batch).stream()
                .filter(posting -> posting.key().kind() == PostingKind.PAYOUT && posting.state() == PostingState.POSTED)
                .map(Posting::businessDate)
                .max(Comparator.naturalOrder())
                .orElse(null);
    }
}
