package centrasage.settlements.intake;

import centrasage.flow.Owner;
import centrasage.flow.Reason;
import centrasage.flow.event.SettlementFinding;
import centrasage.money.Money;
import centrasage.settlements.file.Batch;
import centrasage.settlements.file.Fault;
import centrasage.settlements.file.FeeKind;
import centrasage.settlements.file.LineKind;
import centrasage.settlements.file.SettlementKey;
import centrasage.settlements.plan.WithdrawBatch;
import centrasage.settlements.store.BatchState;
import centrasage.settlements.store.SettlementBatch;
import centrasage.settlements.store.SettlementBatches;
import centrasage.settlements.store.SettlementFile;
import centrasage.settlements.store.SettlementFiles;
import centrasage.settlements.store.SettlementLines;
import centrasage.sync.database.Atomic;
import centrasage.sync.ledger.ClearingEntries;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.util.Currency;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What becomes of a batch that a file brings: it is new, known, in the place of an earlier version, or for a person. */
@ApplicationScoped
class TakeBatch {
    private static final Set<BatchState> NOT_PLANNED = EnumSet.of(BatchState.PROVEN, BatchState.STOPPED);
    private static final int SHOWN = 3;

    private SettlementFiles files;
    private SettlementBatches batches;
    private SettlementLines lines;
    private ClearingEntries entries;
    private WithdrawBatch withdrawing;
    private Event<SettlementFinding> findings;
    private Event<SettlementFinding.Over> over;

    @SuppressWarnings("NullAway.Init")
    TakeBatch() {}

    @Inject
    TakeBatch(
            SettlementFiles files,
            SettlementBatches batches,
            SettlementLines lines,
            ClearingEntries entries,
            WithdrawBatch withdrawing,
            Event<SettlementFinding> findings,
            Event<SettlementFinding.Over> over) {
        this.files = files;
        this.batches = batches;
        this.lines = lines;
        this.entries = entries;
        this.withdrawing = withdrawing;
        this.findings = findings;
        this.over = over;
    }

    /**
     * In the caller's transaction: all its lines are written.
     *
     * @return false where the same is here already
     */
    @Atomic
    public boolean take(long file, String name, Batch batch, Receiving.Part part) {
        List<SettlementBatch> versions = batches.lockedVersions(batch.key());
        if (versions.stream()
                .filter(known -> known.state() != BatchState.SUPERSEDED || !batch.isProven())
                .anyMatch(known ->
                        known.contentHash().equals(part.contentHash()) && known.faultsInAll() == batch.faultsInAll())) {
            if (batch.isProven()) {
                mended(batch.key());
            }
            return false;
        }
        Optional<SettlementBatch> planned = batch.isProven() ? planned(versions) : Optional.empty();
        boolean isFree = planned.isEmpty() || givesWay(planned.get());
        BatchState state = !batch.isProven() ? BatchState.STOPPED : isFree ? BatchState.PROVEN : BatchState.DIFFERS;
        batches.received(part.id(), file, batch, part.sums(), part.contentHash(), state);
        Set<BatchState> replaced = state == BatchState.STOPPED ? EnumSet.of(BatchState.STOPPED) : NOT_PLANNED;
        versions.stream().filter(known -> replaced.contains(known.state())).forEach(this::supersede);
        switch (state) {
            case STOPPED -> findings.fire(notProven(name, batch));
            case DIFFERS -> {
                mended(batch.key());
                findings.fire(differs(batch, planned.orElseThrow()));
            }
            default -> {
                mended(batch.key());
                planned.ifPresent(before -> findings.fire(replaced(part.id(), batch, before)));
            }
        }
        return true;
    }

    /** The version that is posted, or about to be. */
    private static Optional<SettlementBatch> planned(List<SettlementBatch> versions) {
        return versions.stream()
                .filter(known -> known.state() == BatchState.PLANNED || known.state() == BatchState.SETTLED)
                .findFirst();
    }

    /** Whether nothing of it was sent to Sage: then it is planned no more. */
    private boolean givesWay(SettlementBatch planned) {
        boolean isFree = planned.state() == BatchState.PLANNED && withdrawing.giveWay(planned);
        if (isFree) {
            over.fire(new SettlementFinding.Over(
                    SettlementFinding.Kind.SETTLEMENT_UNMATCHED, planned.key().name()));
        }
        return isFree;
    }

    /** Which of both is right nobody here can tell: a person must know that it is the later one. */
    private SettlementFinding replaced(long id, Batch batch, SettlementBatch before) {
        SettlementBatch now = batches.batch(id).orElseThrow();
        return new SettlementFinding(
                SettlementFinding.Kind.SETTLEMENT_DIFFERS,
                before.company(),
                batch.key().name(),
                atRisk(batch),
                new Reason(
                        "BATCH_REPLACED",
                        Owner.FINANCE,
                        came(now) + " before anything of version " + before.version()
                                + " was sent to Sage 200, and is posted in its place: " + differences(before, now),
                        "Compare both versions on the page of the payout with the bank statement. If the earlier one is right, put its file into"
                                + " the inbox again before this one is posted; else resolve this. What was said of its lines is to be"
                                + " said again"));
    }

    /** A version of it that holds is here: those that were stopped are told no more. */
    @Atomic
    public void mended(SettlementKey key) {
        batches.versions(key).stream()
                .filter(known -> known.state() == BatchState.STOPPED)
                .forEach(known -> batches.become(known.id(), BatchState.SUPERSEDED));
        over.fire(new SettlementFinding.Over(SettlementFinding.Kind.SETTLEMENT_NOT_PROVEN, key.name()));
    }

    /** What its lines had settled before a run ended is for the lines of the later version. */
    private void supersede(SettlementBatch known) {
        batches.become(known.id(), BatchState.SUPERSEDED);
        entries.release(known.id());
    }

    private static SettlementFinding notProven(String file, Batch batch) {
        Fault first = batch.faults().get(0);
        return new SettlementFinding(
                SettlementFinding.Kind.SETTLEMENT_NOT_PROVEN,
                "",
                batch.key().name(),
                atRisk(batch),
                new Reason(
                        "NOT_PROVEN",
                        Owner.FINANCE,
                        "The batch " + batch.key() + " in the file " + file + " does not hold together: "
                                + first.sentence()
                                + (batch.faultsInAll() > 1 ? " (and " + (batch.faultsInAll() - 1) + " more)" : ""),
                        first.remedy()));
    }

    /** What was paid out, or where that cannot be told all that its lines say of sales. */
    private static Money atRisk(Batch batch) {
        Money paid = batch.paidOut().abs();
        return paid.isZero() ? batch.net(LineKind.SALE).abs() : paid;
    }

    /** Of each version that came after what is posted: a person has to look at all of them. */
    private SettlementFinding differs(Batch batch, SettlementBatch posted) {
        List<Reason> reasons = batches.versions(batch.key()).stream()
                .filter(version -> version.state() == BatchState.DIFFERS)
                .map(version -> differs(version, posted))
                .toList();
        return new SettlementFinding(
                SettlementFinding.Kind.SETTLEMENT_DIFFERS,
                posted.company(),
                batch.key().name(),
                atRisk(batch),
                reasons);
    }

    private Reason differs(SettlementBatch version, SettlementBatch posted) {
        return new Reason(
                "CORRECTED_BATCH",
                Owner.FINANCE,
                came(version) + " and says something else than what is posted: " + differences(posted, version),
                "Compare both versions on the page of the payout with the bank statement. Nothing of the later one is posted: enter the"
                        + " difference in Sage 200 by hand where it is right, then resolve this");
    }

    private String came(SettlementBatch version) {
        return "The batch " + version.key() + " came again in the file "
                + files.file(version.file()).map(SettlementFile::name).orElse("?") + ", as version "
                + version.version();
    }

    private String differences(SettlementBatch before, SettlementBatch now) {
        return Stream.of(
                        sums(before, now),
                        lines("lines of before that are not there now", before, now),
                        lines("lines of now that were not there before", now, before))
                .filter(words -> !words.isEmpty())
                .collect(Collectors.joining("; "));
    }

    private static String sums(SettlementBatch before, SettlementBatch now) {
        Currency currency = now.key().currency();
        return Stream.concat(
                        differences(before.sums().own(), now.sums().own(), LineKind::words, currency),
                        differences(before.sums().fees(), now.sums().fees(), FeeKind::words, currency))
                .collect(Collectors.joining(", "));
    }

    private String lines(String words, SettlementBatch one, SettlementBatch other) {
        List<String> only = lines.onlyIn(one, other, SHOWN + 1);
        return only.isEmpty()
                ? ""
                : words + ": " + String.join(", ", only.subList(0, Math.min(SHOWN, only.size())))
                        + (only.size() > SHOWN ? " and more" : "");
    }

    private static <K extends Enum<K>> Stream<String> differences(
            Map<K, Money> before, Map<K, Money> now, Function<K, String> words, Currency currency) {
        Money none = Money.zero(currency);
        Set<K> kinds = new TreeSet<>(before.keySet());
        kinds.addAll(now.keySet());
        return kinds.stream()
                .filter(kind -> !before.getOrDefault(kind, none).equals(now.getOrDefault(kind, none)))
                .map(kind -> words.apply(kind) + " " + before.getOrDefault(kind, none) + " before and "
                        + now.getOrDefault(kind, none) + " now");
    }
}
