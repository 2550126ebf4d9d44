package centrasage.settlements.intake;

import centrasage.flow.Owner;
import centrasage.flow.Reason;
import centrasage.flow.event.SettlementFinding;
import centrasage.money.Money;
import centrasage.settlements.file.Batch;
import centrasage.settlements.file.BatchSums;
import centrasage.settlements.file.Fault;
import centrasage.settlements.file.FeeKind;
import centrasage.settlements.file.LineKind;
import centrasage.settlements.file.SettlementKey;
import centrasage.settlements.file.SettlementLine;
import centrasage.settlements.folder.FileReport;
import centrasage.settlements.store.BatchState;
import centrasage.settlements.store.SettlementBatch;
import centrasage.settlements.store.SettlementBatches;
import centrasage.settlements.store.SettlementFile;
import centrasage.settlements.store.SettlementFiles;
import centrasage.settlements.store.SettlementLines;
import centrasage.sync.database.Atomic;
import centrasage.sync.database.DatabaseTime;
import centrasage.sync.ledger.ClearingEntries;
import centrasage.sync.record.Audit;
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
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Writes down one file: its lines in transactions of their own, and what becomes of its batches in one. */
@ApplicationScoped
class TakeFile {
    private static final String ACTOR = "settlement-post";
    private static final Set<BatchState> NOT_PLANNED = EnumSet.of(BatchState.PROVEN, BatchState.STOPPED);

    private SettlementFiles files;
    private SettlementBatches batches;
    private SettlementLines lines;
    private ClearingEntries entries;
    private DatabaseTime time;
    private Audit audit;
    private Event<SettlementFinding> findings;
    private Event<SettlementFinding.Over> over;

    @SuppressWarnings("NullAway.Init")
    TakeFile() {}

    @Inject
    TakeFile(
            SettlementFiles files,
            SettlementBatches batches,
            SettlementLines lines,
            ClearingEntries entries,
            DatabaseTime time,
            Audit audit,
            Event<SettlementFinding> findings,
            Event<SettlementFinding.Over> over) {
        this.files = files;
        this.batches = batches;
        this.lines = lines;
        this.entries = entries;
        this.time = time;
        this.audit = audit;
        this.findings = findings;
        this.over = over;
    }

    /** @param hash of its bytes */
    record Named(String name, long size, String hash) {
        Named(String name) {
            this(name, 0, "");
        }

        String subject() {
            return FileReport.subject(name);
        }
    }

    /** What a file brought. */
    enum News {
        /** Something new, or a batch that waits for a person. */
        NEW,
        /** Batches that are here already, line for line. */
        KNOWN
    }

    @Atomic(alone = true)
    public void write(long batch, long before, List<SettlementLine> some) {
        batches.isBeingReceived(batch);
        lines.add(batch, before, some);
    }

    /** Nothing of it can be trusted. Its file is moved once this is on the disk. */
    @Atomic(alone = true, onDisk = true)
    public void unreadable(Named file, Fault fault) {
        batches.forgetWhatIsNotWhole();
        files.put(new SettlementFile(0, file.hash(), file.name(), file.size(), "", fault.toString(), time.now()));
        audit.write(ACTOR, "FILE_HELD", file.subject(), fault.toString());
        findings.fire(SettlementFinding.ofFile(
                file.subject(),
                new Reason(
                        "UNREADABLE_FILE",
                        Owner.FINANCE,
                        "The settlement file " + file.name() + " cannot be used: " + fault.sentence(),
                        fault.remedy() + "; then put it into the inbox. This one is in held")));
    }

    /** A fault of ours: it stays in the inbox, and is tried again. */
    @Atomic(alone = true)
    public void failed(String name) {
        findings.fire(SettlementFinding.ofFile(
                new Named(name).subject(),
                new Reason(
                        "FILE_FAILED",
                        Owner.OPERATIONS,
                        "The settlement file " + name + " could not be taken because of a fault of this program",
                        "It stays in the inbox and is tried again with each run. Report it with the log's lines about this; no other"
                                + " file is held up by it")));
    }

    /** The same content was taken before, and all its batches hold: what was told of a damaged copy is over. Its file is moved once this is on the disk. */
    @Atomic(alone = true, onDisk = true)
    public void known(Named file) {
        over.fire(new SettlementFinding.Over(SettlementFinding.Kind.SETTLEMENT_FILE, file.subject()));
        files.of(file.hash()).ifPresent(known -> batches.ofFile(known.id()).forEach(batch -> isWell(batch.key())));
    }

    /** A version of it that holds is here: those that were stopped are told no more. */
    private void isWell(SettlementKey key) {
        batches.versions(key).stream()
                .filter(known -> known.state() == BatchState.STOPPED)
                .forEach(known -> batches.become(known.id(), BatchState.SUPERSEDED));
        over.fire(new SettlementFinding.Over(SettlementFinding.Kind.SETTLEMENT_NOT_PROVEN, key.name()));
    }

    /**
     * All lines are written. The file is moved once this is on the disk.
     *
     * @param notPaidOutYet what is dropped: it comes again with its payout
     */
    @Atomic(alone = true, onDisk = true)
    public News finish(
            Named file, String psp, Receiving receiving, List<Batch> read, Predicate<SettlementKey> notPaidOutYet) {
        long id = files.put(new SettlementFile(0, file.hash(), file.name(), file.size(), psp, null, time.now()));
        News news = News.KNOWN;
        for (Batch batch : read) {
            Receiving.Part part = receiving.part(batch.key());
            boolean isNews = !notPaidOutYet.test(batch.key()) && take(id, file, batch, part);
            if (isNews) {
                news = News.NEW;
            } else {
                batches.drop(part.id());
            }
        }
        over.fire(new SettlementFinding.Over(SettlementFinding.Kind.SETTLEMENT_FILE, file.subject()));
        audit.write(ACTOR, "FILE_TAKEN", file.subject(), read.size() + " batches of " + psp + ", " + file.hash());
        return news;
    }

    /** @return false where the same is here already */
    private boolean take(long fileId, Named file, Batch batch, Receiving.Part part) {
        List<SettlementBatch> versions = batches.versions(batch.key());
        if (versions.stream()
                .anyMatch(known ->
                        known.contentHash().equals(part.contentHash()) && known.faultsInAll() == batch.faultsInAll())) {
            if (batch.isProven()) {
                isWell(batch.key());
            }
            return false;
        }
        Optional<SettlementBatch> planned = versions.stream()
                .filter(known -> known.state() == BatchState.PLANNED || known.state() == BatchState.SETTLED)
                .findFirst();
        BatchState state =
                !batch.isProven() ? BatchState.STOPPED : planned.isPresent() ? BatchState.DIFFERS : BatchState.PROVEN;
        batches.received(part.id(), fileId, batch, part.sums(), part.contentHash(), state);
        Set<BatchState> replaced = state == BatchState.STOPPED ? EnumSet.of(BatchState.STOPPED) : NOT_PLANNED;
        versions.stream().filter(known -> replaced.contains(known.state())).forEach(this::supersede);
        switch (state) {
            case STOPPED -> findings.fire(notProven(file, batch));
            case DIFFERS -> {
                isWell(batch.key());
                findings.fire(differs(file, batch, part.sums(), planned.orElseThrow()));
            }
            default -> isWell(batch.key());
        }
        return true;
    }

    /** What its lines had settled before a run ended is for the lines of the later version. */
    private void supersede(SettlementBatch known) {
        batches.become(known.id(), BatchState.SUPERSEDED);
        entries.release(known.id());
    }

    private static SettlementFinding notProven(Named file, Batch batch) {
        Fault first = batch.faults().get(0);
        return new SettlementFinding(
                SettlementFinding.Kind.SETTLEMENT_NOT_PROVEN,
                "",
                batch.key().name(),
                atRisk(batch),
                new Reason(
                        "NOT_PROVEN",
                        Owner.FINANCE,
                        "The batch " + batch.key() + " in the file " + file.name() + " does not hold together: "
                                + first.sentence()
                                + (batch.faultsInAll() > 1 ? " (and " + (batch.faultsInAll() - 1) + " more)" : ""),
                        first.remedy()));
    }

    /** What was paid out, or where that cannot be told all that its lines say of sales. */
    private static Money atRisk(Batch batch) {
        Money paid = batch.paidOut().abs();
        return paid.isZero() ? batch.net(LineKind.SALE).abs() : paid;
    }

    private static SettlementFinding differs(Named file, Batch batch, BatchSums sums, SettlementBatch planned) {
        return new SettlementFinding(
                SettlementFinding.Kind.SETTLEMENT_DIFFERS,
                planned.company(),
                batch.key().name(),
                atRisk(batch),
                new Reason(
                        "CORRECTED_BATCH",
                        Owner.FINANCE,
                        "The batch " + batch.key() + " came again in the file " + file.name()
                                + " and says something else than what is posted: "
                                + differences(planned.sums(), sums, batch),
                        "Compare both versions (GET /api/settlements) with the bank statement. Nothing of the later one is posted: enter the"
                                + " difference in Sage 200 by hand where it is right, then resolve this"));
    }

    private static String differences(BatchSums before, BatchSums now, Batch batch) {
        Currency currency = batch.key().currency();
        String words = Stream.concat(
                        differences(before.own(), now.own(), LineKind::words, currency),
                        differences(before.fees(), now.fees(), FeeKind::words, currency))
                .collect(Collectors.joining(", "));
        return words.isEmpty() ? "the sums are the same, and single lines are not" : words;
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
