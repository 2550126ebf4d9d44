package centrasage.settlements.intake;

import centrasage.flow.Owner;
import centrasage.flow.Reason;
import centrasage.flow.event.FeedHeard;
import centrasage.flow.event.SettlementFinding;
import centrasage.settlements.file.Batch;
import centrasage.settlements.file.Fault;
import centrasage.settlements.file.SettlementKey;
import centrasage.settlements.file.SettlementLine;
import centrasage.settlements.folder.FileReport;
import centrasage.settlements.store.SettlementBatches;
import centrasage.settlements.store.SettlementFile;
import centrasage.settlements.store.SettlementFiles;
import centrasage.settlements.store.SettlementLines;
import centrasage.sync.database.Atomic;
import centrasage.sync.database.DatabaseTime;
import centrasage.sync.record.Audit;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.util.List;
import java.util.function.Predicate;

/** Writes down one file: its lines in transactions of their own, and what becomes of its batches in one. */
@ApplicationScoped
class TakeFile {
    private static final String ACTOR = "settlement-post";

    private SettlementFiles files;
    private SettlementBatches batches;
    private SettlementLines lines;
    private TakeBatch taking;
    private DatabaseTime time;
    private Audit audit;
    private Event<SettlementFinding> findings;
    private Event<SettlementFinding.Over> over;
    private Event<FeedHeard> feeds;

    @SuppressWarnings("NullAway.Init")
    TakeFile() {}

    @Inject
    TakeFile(
            SettlementFiles files,
            SettlementBatches batches,
            SettlementLines lines,
            TakeBatch taking,
            DatabaseTime time,
            Audit audit,
            Event<SettlementFinding> findings,
            Event<SettlementFinding.Over> over,
            Event<FeedHeard> feeds) {
        this.files = files;
        this.batches = batches;
        this.lines = lines;
        this.taking = taking;
        this.time = time;
        this.audit = audit;
        this.findings = findings;
        this.over = over;
        this.feeds = feeds;
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
        if (batches.locked(batch).isEmpty()) {
            throw new IllegalStateException("settlement batch " + batch + " was dropped while it was received");
        }
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
                        "It stays in the inbox and is tried again with each run. Report it with the log's lines about"
                                + " this; no other file is held up by it")));
    }

    /** The same content was taken before, and all its batches hold: what was told of a damaged copy is over. Its file is moved once this is on the disk. */
    @Atomic(alone = true, onDisk = true)
    public void known(Named file) {
        mended(file);
        files.of(file.hash())
                .ifPresent(known -> batches.ofFile(known.id()).forEach(batch -> taking.mended(batch.key())));
    }

    /** What was told of a damaged file of its name is over; where many files have the name, that may have been another, and a person says so. */
    private void mended(Named file) {
        if (!files.isOfSeveral(file.name(), file.hash())) {
            over.fire(new SettlementFinding.Over(SettlementFinding.Kind.SETTLEMENT_FILE, file.subject()));
        }
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
            boolean isNews = !notPaidOutYet.test(batch.key()) && taking.take(id, file.name(), batch, part);
            if (isNews) {
                news = News.NEW;
                feeds.fire(FeedHeard.settlement(psp, batch.key().account()));
            } else {
                batches.drop(part.id());
            }
        }
        mended(file);
        audit.write(ACTOR, "FILE_TAKEN", file.subject(), read.size() + " batches of " + psp + ", " + file.hash());
        return news;
    }
}
