package centrasage.simulation;

import centrasage.dispatch.plan.ShipmentPlans;
import centrasage.flow.PostingKind;
import centrasage.flow.PostingState;
import centrasage.flow.TargetUnavailable;
import centrasage.flow.event.PostingChanged;
import centrasage.flow.event.PostingFinding;
import centrasage.orders.plan.OrderPlans;
import centrasage.sync.posting.Crash;
import centrasage.sync.posting.MovableClock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;

/**
 * One seeded life of a few orders: they are placed, changed, shipped and cancelled, while the workers of two nodes import and post them
 * and everything goes wrong; then the trouble ends, people look at what waits for them, and everything must have come out right.
 */
final class History implements World, Turns.Program {
    private static final int ROUNDS_TO_REST = 80;
    private static final Duration HOUR = Duration.ofHours(1);

    private final Setting setting;
    private final Books books;
    private final Chance chance;
    private final Trace trace;
    private final Turns turns;
    private final SageModel sage;
    private final CentraModel centra;
    private final CentraPeople shop;
    private final SagePeople users;
    private final Operator operator;
    private final OrderPlans orderPlans;
    private final ShipmentPlans shipmentPlans;
    private final List<Node> nodes;
    private final List<PostingFinding> findings = new ArrayList<>();
    private final List<PostingChanged> refusals = new ArrayList<>();
    private int step;
    private int worker;

    History(long seed, Setting setting, Books books, Figures figures, boolean traced, Executor threads) {
        this.setting = setting;
        this.books = books;
        this.chance = new Chance(seed, figures);
        this.trace = new Trace(traced, books.clock());
        this.turns = new Turns(threads, chance, this);
        this.sage = new SageModel(books.clock(), new SageTotals(!chance.strikes(Fault.OTHER_TOTAL, 300)));
        this.centra = new CentraModel(books.clock(), chance);
        this.shop = new CentraPeople(this);
        this.users = new SagePeople(this);
        this.operator = new Operator(this);
        this.orderPlans =
                new OrderPlans(Shop.MAPPINGS, Shop.SITE, setting.mutant().rules());
        this.shipmentPlans = new ShipmentPlans(Shop.MAPPINGS, books.postings(), books.documents(), books.staging());
        this.nodes = List.of(new Node("one", this), new Node("two", this));
        books.observe(this::changed, this::found);
    }

    /** @throws Untrue when something does not hold in the end */
    void run() {
        chance.figures().count(Figures.Count.HISTORIES);
        Shop.PRODUCTS.forEach(product -> sage.stock(product, chance.below(12)));
        if (chance.strikes(Fault.CLOCK_SKEW, 500)) {
            nodes.get(0).goWrong(Duration.ofSeconds(chance.below(600) - 300L));
        }
        shop.order();
        turns.run();
        chance.calmDown();
        comeToRest();
        new Truths(this, findings, refusals).hold();
    }

    private void changed(PostingChanged change) {
        trace.say(() -> "  " + change.key() + " " + change.from() + " -> " + change.to() + " " + change.detail()
                + change.reasons());
        boolean vanished = change.from() == PostingState.SENDING
                && change.to() == PostingState.IN_DOUBT
                && change.detail().startsWith("the process ended");
        if (vanished) {
            chance.figures().struck(Fault.TAKEN_OVER);
        }
        if (change.to() == PostingState.REFUSED) {
            refusals.add(change);
        }
        if (change.to() == PostingState.POSTED) {
            chance.figures().count(counted(change.key().kind()));
        }
        shipmentPlans.changed(change);
    }

    private static Figures.Count counted(PostingKind kind) {
        return switch (kind) {
            case ORDER -> Figures.Count.ORDERS;
            case ORDER_CORRECTION -> Figures.Count.CORRECTIONS;
            case DESPATCH -> Figures.Count.DESPATCHES;
            default -> Figures.Count.AMENDMENTS;
        };
    }

    private void found(PostingFinding finding) {
        trace.say(() -> "  " + finding.key() + " " + finding.kind() + ": "
                + finding.reason().what());
        chance.figures().count(Figures.Count.TOLD);
        findings.add(finding);
    }

    @Override
    public boolean next() {
        if (step >= setting.steps()) {
            return false;
        }
        step++;
        passTime();
        int who = chance.below(100);
        if (who < 25) {
            if (centra.orders().size() < setting.orders() && chance.percent(50)) {
                shop.order();
            } else {
                shop.act();
            }
        } else if (who < 32) {
            users.act();
        } else if (who < 35) {
            operator.ask();
        } else {
            turn(chance.oneOf(nodes), chance.below(10));
        }
        return true;
    }

    private void passTime() {
        clock().advance(chance.upTo(Duration.ofSeconds(chance.percent(10) ? 900 : 60)));
        if (chance.strikes(Fault.CLOCK_JUMP, 5)) {
            clock().advance(HOUR);
        }
    }

    /** One worker does one turn of one of the jobs, with whatever happens to it. */
    private void turn(Node node, int job) {
        chance.figures().count(Figures.Count.TURNS);
        Worker turn = new Worker(this, node, ++worker, orderPlans, shipmentPlans);
        try {
            switch (job) {
                case 0, 1 -> turn.importOrders();
                case 2, 3 -> turn.importShipments();
                case 4, 5, 6, 7 -> turn.post();
                case 8 -> turn.resolve();
                default -> turn.lookAtLocks();
            }
        } catch (Crash | Lost | TargetUnavailable e) {
            trace.say(() -> "worker " + worker + " of " + node.name() + ": " + e.getMessage());
        }
    }

    private void comeToRest() {
        while (centra.orders().size() < setting.orders()) {
            shop.order();
        }
        shop.finish();
        sage.calmDown();
        for (int round = 0; round < ROUNDS_TO_REST && !isAtRest(round); round++) {
            clock().advance(books.queued() == 0 ? Duration.ofDays(2) : SETTLE);
            sage.calmDown();
            for (int job = 0; job < 10; job += 2) {
                turn(nodes.get(1), job);
            }
        }
    }

    private boolean isAtRest(int round) {
        return round > 0
                && books.queued() == 0
                && books.rechecksToCome() == 0
                && books.staging().unplanned("order", 0, 1).isEmpty()
                && books.staging().unplanned("shipment", 0, 1).isEmpty()
                && sage.isSettled()
                && operator.ask() == 0;
    }

    String story() {
        return trace.text();
    }

    @Override
    public MovableClock clock() {
        return books.clock();
    }

    @Override
    public Chance chance() {
        return chance;
    }

    @Override
    public Trace trace() {
        return trace;
    }

    @Override
    public Turns turns() {
        return turns;
    }

    @Override
    public Books books() {
        return books;
    }

    @Override
    public SageModel sage() {
        return sage;
    }

    @Override
    public CentraModel centra() {
        return centra;
    }

    @Override
    public Duration latest() {
        return setting.latest();
    }

    @Override
    public Mutant mutant() {
        return setting.mutant();
    }
}
