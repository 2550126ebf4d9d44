package centrasage.settlements.settle;

import centrasage.settlements.SettlementSettings;
import centrasage.settlements.match.Method;
import centrasage.settlements.store.LineState;
import centrasage.settlements.store.SettlementBatch;
import centrasage.settlements.store.SettlementBatches;
import centrasage.settlements.store.SettlementLines;
import centrasage.sync.database.Atomic;
import centrasage.sync.ledger.ClearingEntries;
import centrasage.sync.ledger.ClearingEntry;
import centrasage.sync.record.Audit;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What a person says of a line that found nothing by itself: which receipt or refund it settles, or that it was entered by hand; and of a
 * receipt or refund that no line will settle.
 */
@ApplicationScoped
public class PersonsWord {
    private static final Set<LineState> WAITING = EnumSet.of(LineState.OPEN, LineState.PERSON);

    private SettlementBatches batches;
    private SettlementLines lines;
    private ClearingEntries entries;
    private SettlementSettings settings;
    private Audit audit;

    @SuppressWarnings("NullAway.Init")
    PersonsWord() {}

    @Inject
    public PersonsWord(
            SettlementBatches batches,
            SettlementLines lines,
            ClearingEntries entries,
            SettlementSettings settings,
            Audit audit) {
        this.batches = batches;
        this.lines = lines;
        this.entries = entries;
        this.settings = settings;
        this.audit = audit;
    }

    /** What became of it. */
    public enum Answer {
        DONE,
        NO_SUCH_LINE,
        /** It settles something already, or is none of those that a person is asked about. */
        NOT_WAITING,
        NO_SUCH_ENTRY,
        /** A sale and a refund, or two currencies. */
        OTHER_KIND,
        /** They differ by more than is tolerated. */
        OTHER_AMOUNT
    }

    /**
     * The line settles this receipt or refund.
     *
     * @param entry the id of what is open
     */
    @Atomic(alone = true, onDisk = true)
    public Answer settles(long batchId, long place, long entry, String person) {
        SettlementBatch batch = batches.batch(batchId).orElse(null);
        SettlementLines.Stored stored =
                batch == null ? null : lines.line(batch, place).orElse(null);
        if (batch == null || stored == null) {
            return Answer.NO_SUCH_LINE;
        }
        if (stored.state() != LineState.OPEN || batch.company().isEmpty()) {
            return Answer.NOT_WAITING;
        }
        ClearingEntry open = entries.stillOpen(entry)
                .filter(found -> found.company().equals(batch.company()))
                .orElse(null);
        if (open == null) {
            return Answer.NO_SUCH_ENTRY;
        }
        if (!open.value().currency().equals(stored.line().gross().currency())
                || open.origin().isRefund() != stored.line().gross().isNegative()) {
            return Answer.OTHER_KIND;
        }
        BigDecimal variance =
                stored.line().gross().amount().abs().subtract(open.value().amount());
        if (variance.abs().compareTo(settings.tolerance()) > 0) {
            return Answer.OTHER_AMOUNT;
        }
        if (!entries.settle(batchId, List.of(new ClearingEntries.Settling(entry, place)))) {
            return Answer.NO_SUCH_ENTRY;
        }
        mark(batchId, place, LineState.SETTLED, variance);
        tell(person, "LINE_SETTLED", batch, stored, "it settles order " + open.order() + ", " + open.value());
        return Answer.DONE;
    }

    /**
     * It was entered in Sage by hand, or needs no entry.
     *
     * @param note why, in the person's words
     */
    @Atomic(alone = true, onDisk = true)
    public Answer explained(long batchId, long place, String note, String person) {
        SettlementBatch batch = batches.batch(batchId).orElse(null);
        SettlementLines.Stored stored =
                batch == null ? null : lines.line(batch, place).orElse(null);
        if (batch == null || stored == null) {
            return Answer.NO_SUCH_LINE;
        }
        if (!WAITING.contains(stored.state())) {
            return Answer.NOT_WAITING;
        }
        mark(batchId, place, LineState.EXPLAINED, BigDecimal.ZERO);
        tell(person, "LINE_EXPLAINED", batch, stored, note);
        return Answer.DONE;
    }

    /**
     * What became of a receipt or refund was entered in Sage by hand: it is open in its clearing bank no more.
     *
     * @param note why, in the person's words
     * @return what it was; empty where none of this id is open
     */
    @Atomic(alone = true, onDisk = true)
    public Optional<ClearingEntry> enteredByHand(long entry, String note, String person) {
        Optional<ClearingEntry> open = entries.byHand(entry);
        open.ifPresent(was -> audit.write(
                person,
                "ENTRY_EXPLAINED",
                was.company() + "/" + was.bank(),
                "order " + was.order() + ", " + was.value() + " of " + was.date() + ": " + note));
        return open;
    }

    private void mark(long batch, long place, LineState state, BigDecimal variance) {
        lines.mark(batch, List.of(new SettlementLines.Marking(place, state, Method.PERSON.name(), place, variance)));
    }

    private void tell(String person, String what, SettlementBatch batch, SettlementLines.Stored stored, String detail) {
        audit.write(
                person,
                what,
                batch.key().name(),
                "line " + stored.line().number() + ", " + stored.line().gross() + ": " + detail);
    }
}
