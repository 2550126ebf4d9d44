package centrasage.settlements;

import centrasage.flow.Outcome;
import centrasage.flow.Owner;
import centrasage.flow.PostingState;
import centrasage.flow.Reason;
import centrasage.flow.event.SettlementFinding;
import centrasage.mapping.MappingFaults;
import centrasage.mapping.MappingFiles;
import centrasage.mapping.Mappings;
import centrasage.mapping.version.MappingSeed;
import centrasage.mapping.version.MappingVersions;
import centrasage.mapping.version.PinnedMappings;
import centrasage.mapping.version.StockRule;
import centrasage.money.Money;
import centrasage.sage200.client.KnownCashBook;
import centrasage.sage200.client.KnownRates;
import centrasage.sage200.client.read.KnownBalances;
import centrasage.sage200.client.read.KnownBanks;
import centrasage.settlements.base.BaseBook;
import centrasage.settlements.base.EntryValues;
import centrasage.settlements.base.ExplainBase;
import centrasage.settlements.base.ForeignBanks;
import centrasage.settlements.base.KeepBase;
import centrasage.settlements.base.RatesOfBatch;
import centrasage.settlements.base.ReadBack;
import centrasage.settlements.base.ValueBatches;
import centrasage.settlements.day.ClearingDays;
import centrasage.settlements.folder.FileReport;
import centrasage.settlements.opening.TakeOpeningItems;
import centrasage.settlements.plan.PlanBatch;
import centrasage.settlements.plan.RecordBatch;
import centrasage.settlements.plan.ToPost;
import centrasage.settlements.plan.WithdrawBatch;
import centrasage.settlements.proof.ClearingBook;
import centrasage.settlements.proof.OpenBook;
import centrasage.settlements.statement.StatementLines;
import centrasage.settlements.store.BatchBases;
import centrasage.settlements.store.BatchState;
import centrasage.settlements.store.LineTallies;
import centrasage.settlements.store.SettlementBatch;
import centrasage.settlements.store.SettlementBatches;
import centrasage.settlements.store.SettlementFile;
import centrasage.settlements.store.SettlementFiles;
import centrasage.settlements.store.SettlementLines;
import centrasage.sync.ledger.ClearingEntries;
import centrasage.sync.ledger.ClearingEntry;
import centrasage.sync.ledger.ClearingEntry.Origin;
import centrasage.sync.ledger.ClearingValues;
import centrasage.sync.mappings.StoredMappingTexts;
import centrasage.sync.plans.DatedWorld;
import centrasage.sync.posting.Claimed;
import centrasage.sync.posting.Heard;
import centrasage.sync.posting.Plans;
import centrasage.sync.posting.Purpose;
import centrasage.sync.posting.StoreContract;
import centrasage.sync.runs.RunMappings;
import centrasage.sync.staging.PlanBasis;
import centrasage.sync.store.JpaWorld;
import centrasage.sync.store.Posting;
import jakarta.batch.runtime.context.JobContext;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Proxy;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.eclipse.microprofile.config.Config;
import org.jspecify.annotations.Nullable;

/** Batches, receipts and what is posted for them in the JPA store on H2, and the beans wired as the container wires them. */
public final class SettlementWorld {
    public static final String COMPANY = "33";
    private static final Duration LEASE = Duration.ofMinutes(5);
    private static final int MOST = 1_000;

    public final JpaWorld store;
    public final SettlementFiles files;
    public final SettlementLines lines;
    public final SettlementBatches batches;
    public final LineTallies tallies;
    public final ClearingDays days;
    public final ClearingEntries entries;
    public final Heard<SettlementFinding> findings = new Heard<>();
    public final Heard<SettlementFinding.Over> over = new Heard<>();
    public final Heard<SettlementFinding.Only> only = new Heard<>();
    public final KnownBalances balances = new KnownBalances();
    public final KnownBanks banks = new KnownBanks();
    public final KnownRates rates = new KnownRates();
    public final KnownCashBook cashBook = new KnownCashBook();
    public final MappingVersions versions;

    private final Properties values = new Properties();
    private final DatedWorld dated;
    private long runs;
    private int entered;

    public SettlementWorld() {
        this(new JpaWorld(StoreContract.SETTLE));
    }

    /** @param store which may be on a file */
    public SettlementWorld(JpaWorld store) {
        this.store = store;
        files = store.transactions().bean(SettlementFiles.class, store.entities());
        lines = store.transactions().bean(SettlementLines.class, store.entities());
        batches = store.transactions().bean(SettlementBatches.class, store.entities(), store.time(), lines);
        tallies = store.transactions().bean(LineTallies.class, store.entities(), batches, lines);
        days = store.transactions().bean(ClearingDays.class, store.entities());
        entries = store.transactions().bean(ClearingEntries.class, store.entities());
        dated = new DatedWorld(store);
        StoredMappingTexts texts =
                store.transactions().bean(StoredMappingTexts.class, store.entities(), store.time(), store.audit());
        versions = new MappingVersions(texts, new StockRule("sales-order", "sage200"));
        try (InputStream defaults =
                SettlementSettings.class.getResourceAsStream("/META-INF/microprofile-config.properties")) {
            new MappingSeed(versions, texts, "docs/example-mappings").begin();
            values.load(defaults);
        } catch (IOException | MappingFaults e) {
            throw new IllegalStateException(e);
        }
        values.setProperty("sage200.company", COMPANY);
        values.setProperty("settlements.look-again", "PT0S");
    }

    /** Another value than the default's. */
    public SettlementWorld with(String key, String value) {
        values.setProperty(key, value);
        return this;
    }

    public SettlementSettings settings() {
        return new SettlementSettings(config());
    }

    /** Of what the application ships, and of what a test says. */
    public Config config() {
        return (Config) Proxy.newProxyInstance(
                Config.class.getClassLoader(), new Class<?>[] {Config.class}, (proxy, method, arguments) -> {
                    Object value = value(values.getProperty((String) arguments[0], ""), (Class<?>) arguments[1]);
                    return method.getName().equals("getOptionalValue") ? Optional.ofNullable(value) : value;
                });
    }

    private static @Nullable Object value(String text, Class<?> type) {
        if (text.isEmpty()) {
            return null;
        }
        if (type == Duration.class) {
            return Duration.parse(text);
        }
        if (type == BigDecimal.class) {
            return new BigDecimal(text);
        }
        if (type == Integer.class) {
            return Integer.valueOf(text);
        }
        return type == Boolean.class ? Boolean.valueOf(text) : text;
    }

    /** The time of the store, which stands until a test moves it. */
    public Clock clock() {
        return new Clock() {
            @Override
            public ZoneId getZone() {
                return ZoneOffset.UTC;
            }

            @Override
            public Clock withZone(ZoneId zone) {
                return this;
            }

            @Override
            public Instant instant() {
                return store.clock().now();
            }
        };
    }

    public LocalDate today() {
        return LocalDate.ofInstant(store.clock().now(), ZoneOffset.UTC);
    }

    public StatementLines statements() {
        return store.transactions().bean(StatementLines.class, store.entities());
    }

    public WithdrawBatch withdrawing() {
        return store.transactions()
                .bean(
                        WithdrawBatch.class,
                        store.postings(),
                        store.store(),
                        batches,
                        lines,
                        entries,
                        statements(),
                        store.audit());
    }

    public TakeOpeningItems opening() {
        return store.transactions().bean(TakeOpeningItems.class, settings(), entries, fileReport(), versions, clock());
    }

    public FileReport fileReport() {
        return store.transactions().bean(FileReport.class, findings, over, only);
    }

    /** Of a run of its own. */
    public JobContext run() {
        long number = ++runs;
        return (JobContext) Proxy.newProxyInstance(
                JobContext.class.getClassLoader(),
                new Class<?>[] {JobContext.class},
                (proxy, method, arguments) -> method.getReturnType() == long.class ? number : null);
    }

    /** What the latest run has counted. */
    public Map<String, Long> counted() {
        return store.runCounts().of(runs);
    }

    public PinnedMappings pinned() {
        PlanBasis basis = store.transactions().bean(PlanBasis.class, store.entities(), store.time(), store.audit());
        return new PinnedMappings(versions, store.transactions().bean(RunMappings.class, store.entities(), basis));
    }

    public Mappings mappings() {
        try {
            return versions.current().mappings();
        } catch (MappingFaults e) {
            throw new IllegalStateException(e);
        }
    }

    /** Puts rows into a file of the mappings. */
    public void map(String file, String... rows) {
        change(file, text -> text.stripTrailing() + "\n" + String.join("\n", rows) + "\n");
    }

    /** Takes the rows that begin so out of a file of the mappings. */
    public void unmap(String file, String begin) {
        change(
                file,
                text -> String.join(
                                "\n",
                                text.lines()
                                        .filter(Predicate.not(line -> line.startsWith(begin)))
                                        .toList())
                        + "\n");
    }

    /** Another file of the mappings in place of this one. */
    public void replace(String file, String text) {
        change(file, before -> text);
    }

    private void change(String file, UnaryOperator<String> change) {
        try {
            int base = versions.currentNumber();
            MappingFiles changed = new MappingFiles();
            changed.add(file, change.apply(String.valueOf(versions.files(base).get(file))));
            if (versions.keep(versions.sent(base, changed), "ann", "").isEmpty()) {
                throw new IllegalStateException("another version came in force meanwhile");
            }
        } catch (MappingFaults e) {
            throw new IllegalStateException(e);
        }
    }

    public PlanBatch planning() {
        return store.transactions().bean(PlanBatch.class, batches, lines, dated.plans(), recording());
    }

    public RecordBatch recording() {
        return store.transactions()
                .bean(RecordBatch.class, batches, lines, dated.days(), store.postings(), store.store());
    }

    public ClearingBook book() {
        OpenBook open = store.transactions()
                .bean(OpenBook.class, entries, batches, lines, planning(), store.postings(), settings(), clock());
        return new ClearingBook(
                open,
                balances,
                banks,
                new ReadBack(entries, batches, banks, entryValues(), valueBatches()),
                baseBook());
    }

    public BaseBook baseBook() {
        return store.transactions().bean(BaseBook.class, clearingValues(), batches, bases(), settings());
    }

    private ClearingValues clearingValues() {
        return store.transactions().bean(ClearingValues.class, store.entities());
    }

    public BatchBases bases() {
        return store.transactions().bean(BatchBases.class, store.entities());
    }

    private EntryValues entryValues() {
        return new EntryValues(clearingValues(), rates, settings());
    }

    private ForeignBanks foreignBanks() {
        return new ForeignBanks(banks, batches);
    }

    public RatesOfBatch ratesOfBatch() {
        return new RatesOfBatch(clearingValues(), entryValues(), batches, foreignBanks(), settings());
    }

    private ValueBatches valueBatches() {
        return new ValueBatches(
                batches,
                lines,
                store.postings(),
                planning(),
                ratesOfBatch(),
                foreignBanks(),
                entryValues(),
                banks,
                cashBook,
                store.transactions().bean(KeepBase.class, bases(), batches, clearingValues()),
                settings(),
                clock());
    }

    /** What a person says of a bank that differs in the company's own currency. */
    public ExplainBase explainBase() {
        return store.transactions().bean(ExplainBase.class, bases(), store.audit());
    }

    /** Puts a batch into the store as if it had come in a file. */
    public SettlementBatch receive(MadeBatch made) {
        long id = batches.begin(made.key());
        lines.add(id, 0, made.lines());
        BatchState state = made.batch().isProven() ? BatchState.PROVEN : BatchState.STOPPED;
        String hash = String.valueOf(made.lines().hashCode());
        store.transactions().inNew(() -> {
            long file = files.put(new SettlementFile(
                    0,
                    hash,
                    made.key().batch() + ".csv",
                    100,
                    "adyen",
                    null,
                    store.clock().now()));
            batches.received(id, file, made.batch(), made.sums(), hash, state);
            return true;
        });
        return batch(id);
    }

    /** A version of a batch is in this state, however it came there. */
    public void put(long id, BatchState state) {
        store.transactions()
                .inNew(() -> store.entities()
                        .createNativeQuery("UPDATE settlement_batch SET state = ?1, is_valued = 0 WHERE id = ?2")
                        .setParameter(1, state.name())
                        .setParameter(2, id)
                        .executeUpdate());
    }

    public SettlementBatch batch(long id) {
        return batches.batch(id).orElseThrow();
    }

    /** All versions of a batch, the latest first. */
    public List<BatchState> states(MadeBatch made) {
        return batches.versions(made.key()).stream().map(SettlementBatch::state).toList();
    }

    public void receipt(String order, String reference, String value) {
        entry(Origin.RECEIPT, "ADYGBP", order, reference, Money.of(value, "GBP"), MadeBatch.DAY);
    }

    public void refund(String order, String reference, String value) {
        entry(Origin.REFUND, "ADYGBP", order, reference, Money.of(value, "GBP"), MadeBatch.DAY);
    }

    public void entry(Origin origin, String bank, String order, String reference, Money value, LocalDate day) {
        entered++;
        rates.entry(
                "URN" + entered,
                origin.isRefund() ? value.amount() : value.amount().negate());
        entries.add(new ClearingEntry(
                COMPANY, bank, origin, order + "/P" + entered, order, reference, day, value, "URN" + entered));
    }

    /** How many entries no line has settled. */
    public int open() {
        return entries.open(COMPANY, "ADYGBP", 0, MOST).size();
    }

    /** What is posted for a batch, or is to be. */
    public List<Posting> postings(MadeBatch made) {
        return store.postings().ofObjects(List.of(ToPost.object(COMPANY, made.key())));
    }

    public Posting posting(MadeBatch made, String name) {
        return postings(made).stream()
                .filter(posting -> posting.key().sourceKey().equals(made.key().name() + "/" + name))
                .findFirst()
                .orElseThrow();
    }

    /** Posts all that is due. */
    public void post() {
        post(name -> true);
    }

    /** Posts what is due and has such a name. */
    public void post(Predicate<String> names) {
        List<Claimed> due = store.store().claim(Purpose.POST, "a", LEASE, MOST);
        for (Claimed claimed : due) {
            if (names.test(claimed.command().key().sourceKey())) {
                store.store().intend(claimed, LEASE, "nothing found");
                Money total = claimed.command().amount();
                store.store().conclude(claimed, new Outcome.Posted(Plans.document("1", total, null)), Duration.ZERO);
                cashBook.post(claimed.command());
            }
        }
        due.forEach(store.store()::release);
    }

    /** Sage refuses all that is due. */
    public void refuse() {
        List<Claimed> due = store.store().claim(Purpose.POST, "a", LEASE, MOST);
        for (Claimed claimed : due) {
            store.store().intend(claimed, LEASE, "nothing found");
            Reason reason = new Reason("SAGE_REFUSED", Owner.FINANCE, "Sage 200 will not take it", "Ask Sage");
            store.store().conclude(claimed, new Outcome.Refused(List.of(reason)), Duration.ZERO);
        }
        due.forEach(store.store()::release);
    }

    /** Sage has no place for what is due now. */
    public void park() {
        List<Claimed> due = store.store().claim(Purpose.POST, "a", LEASE, MOST);
        Reason reason = new Reason("SETTLEMENT_BANK", Owner.FINANCE, "Sage 200 has no such bank", "Create it");
        due.forEach(claimed -> store.store().park(claimed, List.of(reason), Duration.ofDays(1)));
        due.forEach(store.store()::release);
    }

    public List<PostingState> postingStates(MadeBatch made) {
        return postings(made).stream().map(Posting::state).toList();
    }

    /** What was told of one kind, in the order of the telling. */
    public List<SettlementFinding> found(SettlementFinding.Kind kind) {
        return findings.events().stream()
                .filter(finding -> finding.kind() == kind)
                .toList();
    }

    public boolean isOver(SettlementFinding.Kind kind, String subject) {
        return over.events().contains(new SettlementFinding.Over(kind, subject));
    }
}
