package centrasage.sync.store;

import centrasage.flow.PostingKey;
import centrasage.flow.event.ChangeMade;
import centrasage.flow.event.ChangeWithdrawn;
import centrasage.flow.event.DocumentStaged;
import centrasage.flow.event.PostingChanged;
import centrasage.flow.event.PostingFinding;
import centrasage.sync.circuit.Circuits;
import centrasage.sync.circuit.Streaks;
import centrasage.sync.database.Database;
import centrasage.sync.database.DatabaseTime;
import centrasage.sync.database.Transactions;
import centrasage.sync.posting.Heard;
import centrasage.sync.posting.MovableClock;
import centrasage.sync.posting.Planned;
import centrasage.sync.posting.Recorded;
import centrasage.sync.posting.Store;
import centrasage.sync.posting.StoreWorld;
import centrasage.sync.record.Audit;
import centrasage.sync.runs.RunCounts;
import centrasage.sync.staging.Received;
import centrasage.sync.staging.Staging;
import centrasage.sync.totals.PostingTotals;
import centrasage.sync.vault.CustomerMarks;
import centrasage.sync.vault.KeyFile;
import centrasage.sync.vault.PersonalData;
import centrasage.sync.vault.StoredSecrets;
import jakarta.persistence.EntityManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.function.Consumer;

/** The beans of the JPA store on H2, wired as the container wires them. */
public final class JpaWorld implements StoreWorld {
    private static final KeyFile KEY = newKeyFile();

    private final Database database;
    private final Transactions transactions;
    private final EntityManager entities;
    private final MovableClock clock = new MovableClock();
    private final Heard<PostingChanged> changes = new Heard<>();
    private final Heard<PostingFinding> findings = new Heard<>();
    private final Heard<ChangeWithdrawn> withdrawn = new Heard<>();
    private final Heard<ChangeMade> made = new Heard<>();
    private final Heard<DocumentStaged> staged = new Heard<>();
    private final DatabaseTime time = new DatabaseTime() {
        @Override
        public Instant now() {
            return clock.now();
        }
    };
    private final Audit audit;
    private final Leases leases;
    private final PersonalData personalData;
    private final Staging staging;
    private final Postings postings;
    private final PostedDocuments postedDocuments;
    private final GivingUp givingUp;
    private final TargetTotals targetTotals;
    private final JpaStore store;
    private final Circuits circuits;
    private final Gathering gathering;
    private final Erasure erasure;

    public JpaWorld(Duration settle) {
        this(Database.empty(), settle);
    }

    public JpaWorld(Database database, Duration settle) {
        this.database = database;
        transactions = database.transactions();
        entities = transactions.entities();
        audit = transactions.bean(Audit.class, entities, time);
        leases = transactions.bean(Leases.class, entities);
        personalData = transactions.bean(PersonalData.class, entities, KEY, time, audit);
        staging = transactions.bean(Staging.class, entities, personalData, time, staged);
        postings = transactions.bean(Postings.class, entities);
        CommandVault vault = new CommandVault(personalData);
        postedDocuments = transactions.bean(PostedDocuments.class, entities, vault);
        circuits = transactions.bean(
                Circuits.class, entities, transactions.bean(Streaks.class, entities), FAILURES_MAX, PROBE);
        Moves moves = new Moves(
                entities,
                new Announcements(changes, findings, withdrawn, made),
                audit,
                circuits,
                new PostingTotals(entities));
        gathering = transactions.bean(Gathering.class, entities, time, circuits, moves);
        targetTotals = transactions.bean(TargetTotals.class, moves);
        givingUp = transactions.bean(GivingUp.class, moves, time);
        Claims claims = transactions.bean(Claims.class, entities, time, leases, vault, moves, circuits);
        erasure = transactions.bean(Erasure.class, entities, personalData, moves, time);
        store = transactions.bean(
                JpaStore.class,
                entities,
                time,
                leases,
                new Rechecks(entities, time, vault, moves, settle),
                new Recording(entities, time, vault, moves, new Comparison(entities, moves, time, vault)),
                moves,
                claims,
                transactions.bean(LockRows.class, entities, time, moves),
                gathering,
                circuits);
    }

    private static KeyFile newKeyFile() {
        try {
            return new KeyFile(
                    Files.createTempDirectory("centrasage").resolve("key").toString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public Database database() {
        return database;
    }

    public Transactions transactions() {
        return transactions;
    }

    public EntityManager entities() {
        return entities;
    }

    public DatabaseTime time() {
        return time;
    }

    public Audit audit() {
        return audit;
    }

    public Leases leases() {
        return leases;
    }

    /** Under the same key, by another clock. */
    public PersonalData personalData(DatabaseTime other) {
        return transactions.bean(PersonalData.class, entities, KEY, other, audit);
    }

    public PersonalData personalData() {
        return personalData;
    }

    public CustomerMarks marks() {
        return transactions.bean(CustomerMarks.class, entities, KEY);
    }

    /** What was staged, as it was told. */
    public Heard<DocumentStaged> staged() {
        return staged;
    }

    /** Reads what is, was or would be sent. */
    public Commands commands() {
        return transactions.bean(Commands.class, entities, new CommandVault(personalData));
    }

    public Erasure erasure() {
        return erasure;
    }

    public Staging staging() {
        return staging;
    }

    StoredSecrets secrets() {
        return transactions.bean(StoredSecrets.class, entities, KEY, time);
    }

    public RunCounts runCounts() {
        return transactions.bean(RunCounts.class, entities);
    }

    public TargetTotals targetTotals() {
        return targetTotals;
    }

    public Circuits circuits() {
        return circuits;
    }

    public Gathering gathering() {
        return gathering;
    }

    public GatheredPostings gathered() {
        return transactions.bean(GatheredPostings.class, entities);
    }

    public GivingUp givingUp() {
        return givingUp;
    }

    public Postings postings() {
        return postings;
    }

    /** What was posted before marks were kept. */
    public UnmarkedPostings unmarked() {
        return transactions.bean(UnmarkedPostings.class, entities, new CommandVault(personalData));
    }

    public PostedDocuments postedDocuments() {
        return postedDocuments;
    }

    void observe(Consumer<PostingChanged> observer) {
        changes.observe(observer);
    }

    /** Runs it beside the caller, in transactions of its own; returns once it is done, or waits for what the caller has locked. */
    public <T> Future<T> beside(Callable<T> work) {
        FutureTask<T> task = new FutureTask<>(work);
        new Thread(task, "beside").start();
        while (!task.isDone() && !database.isWaitedFor()) {
            Thread.onSpinWait();
        }
        return task;
    }

    /** Lets time pass. */
    public void advance(Duration length) {
        clock.advance(length);
    }

    /** As an observer of the container: in the transaction in which it happens. */
    public void observe(
            Consumer<PostingChanged> ofChanges,
            Consumer<PostingFinding> ofFindings,
            Consumer<ChangeWithdrawn> ofWithdrawn) {
        changes.observe(ofChanges);
        findings.observe(ofFindings);
        withdrawn.observe(ofWithdrawn);
    }

    /** As an observer of the container, of documents that are staged. */
    public void observeStaged(Consumer<DocumentStaged> observer) {
        staged.observe(observer);
    }

    /** As an observer of the container, of amendments that are there. */
    public void observeMade(Consumer<ChangeMade> observer) {
        made.observe(observer);
    }

    List<ChangeWithdrawn> withdrawn() {
        return withdrawn.events();
    }

    @Override
    public Store store() {
        return store;
    }

    @Override
    public MovableClock clock() {
        return clock;
    }

    /** For tests of other packages. */
    public void pass(Duration time) {
        clock.advance(time);
    }

    @Override
    public Recorded record(Planned planned) {
        return transactions.inNew(() -> store.record(planned));
    }

    @Override
    public Optional<Posting> posting(PostingKey key) {
        return postings.of(key.sourceKey()).stream()
                .filter(posting -> posting.key().equals(key))
                .findFirst();
    }

    @Override
    public List<Attempt> attempts(long postingId) {
        return postings.attempts(postingId);
    }

    @Override
    public List<Link> links(long postingId) {
        return postings.links(postingId);
    }

    @Override
    public void aNewerVersionWaits(String number) {
        staging.stage("order", List.of(new Received(number, "C" + number, clock.now(), "{}")), staging.readingBegins());
    }

    @Override
    public void itIsPlanned(String number) {
        staging.unplanned("order", 0, 100).stream()
                .filter(staged -> staged.sourceKey().equals(number))
                .forEach(staged -> staging.planned(staged.id()));
    }

    @Override
    public int queued() {
        return database.count("posting_queue");
    }

    @Override
    public int rechecksToCome() {
        return database.count("posting_recheck");
    }

    @Override
    public List<PostingChanged> changes() {
        return changes.events();
    }

    @Override
    public List<PostingFinding> findings() {
        return findings.events();
    }

    @Override
    public boolean giveUp(PostingKey key, String why) {
        return givingUp.giveUp(posting(key).orElseThrow().id(), "ann", why);
    }

    @Override
    public void makeWaitFor(PostingKey waiting, PostingKey predecessor) {
        database.execute(
                "UPDATE posting_queue SET waits_for = ? WHERE posting_id = ?",
                posting(predecessor).orElseThrow().id(),
                posting(waiting).orElseThrow().id());
    }

    @Override
    public void rank(PostingKey key, int rank) {
        long id = posting(key).orElseThrow().id();
        database.execute("UPDATE posting SET object_rank = ? WHERE id = ?", rank, id);
        database.execute("UPDATE posting_queue SET object_rank = ? WHERE posting_id = ?", rank, id);
    }
}
