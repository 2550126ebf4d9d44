package centrasage.settlements.settle;

import centrasage.flow.PostingState;
import centrasage.mapping.Mappings;
import centrasage.money.Money;
import centrasage.settlements.SettlementSettings;
import centrasage.settlements.file.SettlementLine;
import centrasage.settlements.match.Method;
import centrasage.settlements.plan.BatchPostings;
import centrasage.settlements.plan.SettlementPlanner;
import centrasage.settlements.store.LineState;
import centrasage.settlements.store.LineTallies;
import centrasage.settlements.store.SettlementBatch;
import centrasage.settlements.store.SettlementBatches;
import centrasage.settlements.store.SettlementLines;
import centrasage.sync.database.Atomic;
import centrasage.sync.ledger.ClearingEntries;
import centrasage.sync.ledger.ClearingEntry;
import centrasage.sync.record.Audit;
import centrasage.sync.store.Postings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What a person says of a line that found nothing by itself: which receipts or refunds it settles, that it was entered by hand, or that it goes
 * into suspense; and of a receipt or refund that no line will settle. What was said by mistake can be taken back.
 */
@ApplicationScoped
public class PersonsWord {
    private static final Set<LineState> OPEN = EnumSet.of(LineState.OPEN);
    private static final Set<LineState> WAITING = EnumSet.of(LineState.OPEN, LineState.PERSON);

    /** Of postings that no lane sends. */
    private static final Set<PostingState> NOT_SENT =
            EnumSet.of(PostingState.HELD, PostingState.REFUSED, PostingState.SKIPPED);

    private SettlementBatches batches;
    private SettlementLines lines;
    private LineTallies tallies;
    private ClearingEntries entries;
    private Postings postings;
    private SettlementSettings settings;
    private Audit audit;

    @SuppressWarnings("NullAway.Init")
    PersonsWord() {}

    @Inject
    public PersonsWord(
            SettlementBatches batches,
            SettlementLines lines,
            LineTallies tallies,
            ClearingEntries entries,
            Postings postings,
            SettlementSettings settings,
            Audit audit) {
        this.batches = batches;
        this.lines = lines;
        this.tallies = tallies;
        this.entries = entries;
        this.postings = postings;
        this.settings = settings;
        this.audit = audit;
    }

    private record Place(SettlementBatch batch, SettlementLines.Stored stored) {
        /** Of a version that is not posted no line waits for anybody. */
        boolean isOneOf(Set<LineState> states) {
            return batch.state().isToBePosted() && states.contains(stored.state());
        }
    }

    /** Whoever plans, matches or replaces the batch waits until this is over. */
    private Optional<Place> at(long batchId, long place) {
        return batches.locked(batchId)
                .flatMap(batch -> lines.line(batch, place).map(stored -> new Place(batch, stored)));
    }

    /** What became of it. */
    public enum Answer {
        DONE,
        NO_SUCH_LINE,
        /** It settles something already, is none of those that a person is asked about, or nothing of its version of the batch is posted. */
        NOT_WAITING,
        NO_SUCH_ENTRY,
        /** A sale and a refund, or two currencies. */
        OTHER_KIND,
        /** It is in another clearing bank than the line's. */
        OTHER_BANK,
        /** They differ by more than is tolerated. */
        OTHER_AMOUNT,
        /** No person has said anything of it. */
        NOT_SAID,
        /** What was said is posted already, or is about to be. */
        POSTED
    }

    /**
     * The line settles these receipts, or these refunds.
     *
     * @param ids of what is open; at least one
     * @param mappings which say what the clearing bank of the line is
     */
    @Atomic(alone = true, onDisk = true)
    public Answer settles(long batchId, long place, Collection<Long> ids, Mappings mappings, String person) {
        Place at = at(batchId, place).orElse(null);
        if (at == null) {
            return Answer.NO_SUCH_LINE;
        }
        if (!at.isOneOf(OPEN) || at.batch().company().isEmpty()) {
            return Answer.NOT_WAITING;
        }
        List<ClearingEntry> open = new ArrayList<>();
        for (long id : ids) {
            entries.stillOpen(id)
                    .filter(found -> found.company().equals(at.batch().company()))
                    .ifPresent(open::add);
        }
        if (open.size() != ids.size()) {
            return Answer.NO_SUCH_ENTRY;
        }
        Money gross = at.stored().line().gross();
        if (open.stream()
                .anyMatch(entry -> !entry.value().currency().equals(gross.currency())
                        || entry.origin().isRefund() != gross.isNegative())) {
            return Answer.OTHER_KIND;
        }
        String bank = bank(at, mappings);
        if (open.stream().anyMatch(entry -> !entry.bank().equals(bank))) {
            return Answer.OTHER_BANK;
        }
        Money settled = open.stream().map(ClearingEntry::value).reduce(Money.zero(gross.currency()), Money::plus);
        Money variance = gross.abs().minus(settled);
        if (variance.abs().amount().compareTo(settings.tolerance()) > 0) {
            return Answer.OTHER_AMOUNT;
        }
        if (!entries.settle(
                batchId,
                ids.stream().map(id -> new ClearingEntries.Settling(id, place)).toList())) {
            entries.release(batchId, place); // those of them that were free
            return Answer.NO_SUCH_ENTRY;
        }
        mark(batchId, place, LineState.SETTLED, variance.amount());
        tell(
                person,
                "LINE_SETTLED",
                at,
                "it settles "
                        + open.stream()
                                .map(entry -> "order " + entry.order() + ", " + entry.value())
                                .collect(Collectors.joining(" and ")));
        return Answer.DONE;
    }

    /** The clearing bank in which the line moved money; empty where none is mapped. */
    private String bank(Place at, Mappings mappings) {
        LocalDate day =
                at.batch().day(at.batch().since().atZone(settings.zone()).toLocalDate());
        return at.batch()
                .key()
                .clearingBank(
                        mappings.on(day),
                        at.batch().company(),
                        at.stored().line().gross().currency())
                .orElse("");
    }

    /**
     * It was entered in Sage by hand, or needs no entry.
     *
     * @param note why, in the person's words
     */
    @Atomic(alone = true, onDisk = true)
    public Answer explained(long batchId, long place, String note, String person) {
        return waiting(batchId, place, LineState.EXPLAINED, person, "LINE_EXPLAINED", note);
    }

    /**
     * Nobody knows what it is: it is posted to the suspense account with the next run.
     *
     * @param note why, in the person's words
     */
    @Atomic(alone = true, onDisk = true)
    public Answer suspended(long batchId, long place, String note, String person) {
        return waiting(batchId, place, LineState.SUSPENSE, person, "LINE_INTO_SUSPENSE", note);
    }

    private Answer waiting(long batchId, long place, LineState state, String person, String what, String note) {
        Place at = at(batchId, place).orElse(null);
        if (at == null) {
            return Answer.NO_SUCH_LINE;
        }
        if (!at.isOneOf(WAITING)) {
            return Answer.NOT_WAITING;
        }
        mark(batchId, place, state, BigDecimal.ZERO);
        tell(person, what, at, note);
        return Answer.DONE;
    }

    /**
     * What a person has said of the line was wrong: it waits again, and so does what it had settled.
     *
     * @param note why, in the person's words
     */
    @Atomic(alone = true, onDisk = true)
    public Answer takenBack(long batchId, long place, String note, String person) {
        Place at = at(batchId, place).orElse(null);
        if (at == null) {
            return Answer.NO_SUCH_LINE;
        }
        if (isPosted(at.batch(), place)) {
            return Answer.POSTED;
        }
        if (!lines.takeBack(batchId, at.stored())) {
            return Answer.NOT_SAID;
        }
        entries.release(batchId, place);
        batches.reopen(at.batch().key().name());
        tallies.countNow(batchId);
        tell(person, "LINE_TAKEN_BACK", at, note);
        return Answer.DONE;
    }

    /** What it came to more than what it settled, or what of it was in suspense: lanes send what is planned at once. */
    private boolean isPosted(SettlementBatch batch, long place) {
        return BatchPostings.of(postings, batch).stream()
                .filter(posting -> SettlementPlanner.namesOfLine(place).stream()
                        .anyMatch(name -> posting.key().sourceKey().endsWith("/" + name)))
                .anyMatch(posting -> !NOT_SENT.contains(posting.state()));
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
        open.ifPresent(was -> tell(person, "ENTRY_EXPLAINED", was, note));
        return open;
    }

    /**
     * What was said of a receipt or refund was wrong: it is open again.
     *
     * @param note why, in the person's words
     * @return what it is; empty where nobody has explained it
     */
    @Atomic(alone = true, onDisk = true)
    public Optional<ClearingEntry> isOpenAgain(long entry, String note, String person) {
        Optional<ClearingEntry> open = entries.notByHand(entry);
        open.ifPresent(is -> tell(person, "ENTRY_TAKEN_BACK", is, note));
        return open;
    }

    private void tell(String person, String what, ClearingEntry entry, String note) {
        audit.write(
                person,
                what,
                entry.company() + "/" + entry.bank(),
                "order " + entry.order() + ", " + entry.value() + " of " + entry.date() + ": " + note);
    }

    private void mark(long batch, long place, LineState state, BigDecimal variance) {
        lines.mark(batch, List.of(new SettlementLines.Marking(place, state, Method.PERSON.name(), place, variance)));
        tallies.countNow(batch);
    }

    private void tell(String person, String what, Place at, String detail) {
        SettlementLine line = at.stored().line();
        audit.write(
                person, what, at.batch().key().name(), "line " + line.number() + ", " + line.gross() + ": " + detail);
    }
}
