package centrasage.desk;

import centrasage.flow.Command;
import centrasage.flow.Document;
import centrasage.flow.DocumentVersion;
import centrasage.flow.Outcome;
import centrasage.flow.Owner;
import centrasage.flow.Plan;
import centrasage.flow.PostingKey;
import centrasage.flow.PostingKind;
import centrasage.flow.PostingState;
import centrasage.flow.Reason;
import centrasage.flow.Severity;
import centrasage.flow.event.CauseOver;
import centrasage.flow.event.CauseStands;
import centrasage.flow.event.PostingGathered;
import centrasage.flow.event.PostingOverdue;
import centrasage.jobs.causes.CauseReport;
import centrasage.jobs.causes.CauseWatch;
import centrasage.money.Money;
import centrasage.sync.posting.Claimed;
import centrasage.sync.posting.Heard;
import centrasage.sync.posting.Planned;
import centrasage.sync.posting.Purpose;
import centrasage.sync.posting.Recorded;
import centrasage.sync.runs.Node;
import centrasage.sync.staging.Received;
import centrasage.sync.store.JpaWorld;
import centrasage.sync.store.Posting;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;

/** The desk wired to the JPA store on H2 as the container wires it, and the deeds of the store that it hears of. */
public final class DeskWorld {
    public static final Money TOTAL = Money.of("120.00", "GBP");
    public static final Reason UNKNOWN_SKU =
            new Reason("UNKNOWN_SKU", Owner.OPERATIONS, "SKU TD-1 is not a product", "Create the product");
    public static final Reason NOT_PAID = new Reason("NOT_PAID", Owner.CX, "nothing is paid", "Ask the customer");

    private static final Duration LEASE = Duration.ofMinutes(5);

    public final JpaWorld store;
    public final Desk desk;
    final Exposure exposure;
    final CauseGroups groups;
    final OneCause ofMany;
    private final Overdue overdue;
    private final Causes causes;
    private final Register register;

    public DeskWorld() {
        this(new JpaWorld(Duration.ofMinutes(10)));
    }

    DeskWorld(JpaWorld store) {
        this(store, "");
    }

    /** @param owners as the setting has them */
    DeskWorld(JpaWorld store, String owners) {
        this.store = store;
        desk = DeskBeans.desk(store);
        ofMany = new OneCause(
                store.gathered(),
                store.transactions()
                        .bean(
                                GatheredBatch.class,
                                store.entities(),
                                store.staging(),
                                store.givingUp(),
                                store.gathered(),
                                store.circuits(),
                                store.audit(),
                                store.time()),
                store.circuits(),
                store.time());
        groups = store.transactions().bean(CauseGroups.class, store.entities(), DeskBeans.sla(), store.time());
        exposure = store.transactions().bean(Exposure.class, store.entities(), DeskBeans.sla(), store.time());
        register = DeskBeans.register(store, owners);
        Openings openings = new Openings(register);
        overdue = new Overdue(register);
        causes = new Causes(register);
        store.observe(
                change -> {
                    openings.changed(change);
                    overdue.changed(change);
                },
                openings::found,
                openings::withdrawn);
        store.observeMade(openings::made);
    }

    /** As another node, or this one after its start: everything is read from the store. */
    CauseWatch watch(int port) {
        Heard<CauseStands> stands = new Heard<>();
        Heard<CauseOver> over = new Heard<>();
        Heard<PostingGathered> gathered = new Heard<>();
        stands.observe(causes::stands);
        over.observe(causes::over);
        gathered.observe(causes::gathered);
        CauseReport report = store.transactions()
                .bean(
                        CauseReport.class,
                        store.circuits(),
                        store.gathering(),
                        store.gathered(),
                        store.postings(),
                        stands,
                        over,
                        gathered);
        return new CauseWatch(store.store(), new Node("127.0.0.1", port), store.circuits(), store.gathering(), report);
    }

    Upkeep upkeep() {
        return store.transactions().bean(Upkeep.class, store.entities(), store.time());
    }

    /** As the clock does. */
    void comeBack() {
        upkeep().ignoredUntilNow().forEach(DeskBeans.deeds(store)::comeBack);
    }

    /** As when what it is about has lasted for too long. */
    void worsen(String number) {
        store.transactions().inNew(() -> {
            register.worsen(Openings.cause(posting(number).id()), Severity.CRITICAL);
            return true;
        });
    }

    static PostingKey key(String number) {
        return new PostingKey("33", PostingKind.ORDER, number);
    }

    public void receive(String number, String text) {
        store.staging()
                .stage(
                        "order",
                        List.of(new Received(number, "C" + number, store.time().now(), text)),
                        store.staging().readingBegins());
    }

    public Recorded hold(String number, int version, Money total, Reason... reasons) {
        return record(number, version, total, new Plan.Hold(List.of(reasons)), "content of " + number);
    }

    public Recorded hold(String number, Reason... reasons) {
        return hold(number, 1, TOTAL, reasons);
    }

    Recorded skip(String number, int version, Reason reason) {
        return record(number, version, TOTAL, new Plan.Skip(reason), "content of " + number);
    }

    public Recorded plan(String number, int version, Money total, String content) {
        Command command =
                new Command(key(number), "33/C" + number, total, null, LocalDate.of(2026, 11, 23), content, "{}");
        return record(number, version, total, new Plan.Post(command), content);
    }

    public Recorded plan(String number) {
        return plan(number, 1, TOTAL, "content of " + number);
    }

    private Recorded record(String number, int version, Money total, Plan plan, String content) {
        return store.record(new Planned(
                key(number),
                "33/C" + number,
                new DocumentVersion("order", number, version),
                total,
                LocalDate.of(2026, 11, 23),
                plan,
                content));
    }

    /** It is told to have been in this state for too long. */
    void overdue(String number, PostingState state, Reason reason) {
        PostingOverdue news = new PostingOverdue(posting(number).id(), key(number), state, TOTAL, reason);
        store.transactions().inNew(() -> {
            overdue.overdue(news);
            return true;
        });
    }

    /** Whatever is due is sent, and ends so. */
    void send(Outcome outcome) {
        for (Claimed claimed : store.store().claim(Purpose.POST, "a", LEASE, 20)) {
            store.store().intend(claimed, LEASE, "nothing found");
            store.store().conclude(claimed, outcome, Duration.ZERO);
            store.store().release(claimed);
        }
    }

    public void post(String number) {
        plan(number);
        send(new Outcome.Posted(new Document(
                "7" + number, "0000" + number, TOTAL, null, store.time().now())));
    }

    public PostingState state(String number) {
        return posting(number).state();
    }

    Posting posting(String number) {
        return store.posting(key(number)).orElseThrow();
    }

    public List<BusinessException> all() {
        return desk.list(new Desk.Filter(null, null, null, null), 0, 100);
    }

    public BusinessException only() {
        List<BusinessException> all = all();
        if (all.size() != 1) {
            throw new AssertionError("there is not one exception but " + all);
        }
        return all.get(0);
    }

    /** What the audit trail says of an exception, as {@code actor ACTION}. */
    public List<String> trail(BusinessException exception) {
        return store.audit().of("exception/" + exception.id()).stream()
                .map(entry -> entry.actor() + " " + entry.action())
                .toList();
    }
}
