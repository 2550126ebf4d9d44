package centrasage.simulation;

import centrasage.dispatch.plan.ShipmentPlans;
import centrasage.dispatch.post.DespatchTarget;
import centrasage.dispatch.post.TrackingTarget;
import centrasage.flow.PostingKind;
import centrasage.flow.Target;
import centrasage.flow.TargetUnavailable;
import centrasage.orders.correction.CorrectionTarget;
import centrasage.orders.plan.OrderPlans;
import centrasage.orders.post.OrderTarget;
import centrasage.sage200.client.read.CouriersDouble;
import centrasage.sage200.client.read.SiteDouble;
import centrasage.sync.posting.Calls;
import centrasage.sync.posting.Lane;
import centrasage.sync.posting.LockedDocument;
import centrasage.sync.posting.Patience;
import centrasage.sync.posting.Retries;
import centrasage.sync.posting.Store;
import centrasage.sync.staging.AwaitedStaging;
import centrasage.sync.staging.ChangesSince;
import centrasage.sync.staging.Staged;
import centrasage.sync.staging.Staging;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.stream.Stream;

/** One worker of one node, for one turn of one of the jobs: the real classes, with something that can happen around each call. */
final class Worker {
    private static final Duration SKEW = Duration.ofMinutes(2);
    private static final Duration OVERLAP = Duration.ofMinutes(10);
    private static final int PAGE = 10;

    private final World world;
    private final Node node;
    private final String holder;
    private final Awaits awaits;
    private final Store store;
    private final Staging staging;
    private final OrderPlans orderPlans;
    private final ShipmentPlans shipmentPlans;

    Worker(World world, Node node, int turn, OrderPlans orderPlans, ShipmentPlans shipmentPlans) {
        this.world = world;
        this.node = node;
        this.holder = node.name() + "#" + turn;
        this.awaits = new Awaits(node, world, holder);
        this.store =
                awaits.around(Store.class, world.mutant().store(world.books().store()));
        this.staging = new AwaitedStaging(world.books().staging(), awaits::ofStore);
        this.orderPlans = orderPlans;
        this.shipmentPlans = shipmentPlans;
    }

    /** What the job {@code order-import} does before it posts. */
    void importOrders() throws TargetUnavailable {
        alone("order-import", () -> {
            collect("order", "centra-orders", world.centra()::orders);
            planOrders();
        });
    }

    /** What the job {@code dispatch-to-sage} does before it posts. */
    void importShipments() throws TargetUnavailable {
        alone("dispatch-to-sage", () -> {
            collect("shipment", "centra-shipments", world.centra()::shipments);
            planShipments();
        });
    }

    private interface Work {
        void run() throws TargetUnavailable;
    }

    /** One node at a time, for as long as its lease lasts; who was stalled beyond that goes on all the same. */
    private void alone(String job, Work work) throws TargetUnavailable {
        if (!store.lease("job/" + job, holder, World.LEASE)) {
            return;
        }
        try {
            work.run();
        } finally {
            store.endLease("job/" + job, holder);
        }
    }

    private void collect(String kind, String watermark, ChangesSince.Source source) throws TargetUnavailable {
        ChangesSince.Window window = new ChangesSince.Window(kind, watermark, Instant.EPOCH, OVERLAP);
        ChangesSince.Source awaited = (from, after) -> {
            awaits.between("reading a page of Centra");
            ChangesSince.Page page = source.page(from, after);
            awaits.between("staging a page of Centra");
            return page;
        };
        new ChangesSince(staging, node.clock(), window).read(awaited, () -> false, tally -> {});
    }

    private void planOrders() {
        for (Staged staged : staging.unplanned("order", 0, PAGE)) {
            record(
                    staged,
                    orderPlans.planned(
                            staged, world.centra().order(staged.text().orElseThrow())));
        }
    }

    private void planShipments() {
        for (Staged staged : staging.unplanned("shipment", 0, PAGE)) {
            shipmentPlans
                    .planned(staged, world.centra().shipment(staged.text().orElseThrow()))
                    .ifPresent(plan -> record(staged, plan));
        }
    }

    /** In one transaction, as the chunk does it. */
    private void record(Staged staged, BiConsumer<Store, Staging> plan) {
        awaits.between("recording a plan");
        awaits.ofStore(
                "record " + staged.sourceKey(),
                () -> world.books().together(() -> {
                    Store joined = world.mutant().store(world.books().store());
                    plan.accept(joined, world.books().staging());
                    return staged.document();
                }));
    }

    void post() {
        lane().post(holder, () -> false);
    }

    void resolve() {
        lane().recheck(lane().resolve(holder, () -> false), () -> false);
    }

    /** Where Sage's database tells of locks. */
    void lookAtLocks() {
        for (LockedDocument document : store.lockedDocuments(10)) {
            boolean stands = world.sage()
                    .order(Long.parseLong(document.documentId()))
                    .filter(world.sage()::isLocked)
                    .isPresent();
            if (stands) {
                store.lockStands(document, "Anna", Duration.ofMinutes(1));
            } else {
                store.lockIsGone(document, Duration.ofSeconds(2));
            }
        }
    }

    private Lane lane() {
        Retries retries = new Retries(
                List.of(Duration.ofSeconds(5), Duration.ofSeconds(15), Duration.ofMinutes(1), Duration.ofMinutes(5)),
                world.chance().random());
        return new Lane(store, targets(), new Patience(World.LEASE, World.SETTLE, SKEW, retries), word -> {}, 2);
    }

    private Map<PostingKind, Target> targets() {
        Wire wire = new Wire(world, awaits);
        SiteDouble sites = new SiteDouble(Shop.SITE);
        CouriersDouble couriers = new CouriersDouble(Shop.COURIERS);
        ModelOrders orders = new ModelOrders(world, wire);
        ModelDespatches despatches = new ModelDespatches(world, wire);
        Map<PostingKind, Target> targets = new EnumMap<>(PostingKind.class);
        Stream.of(
                        new OrderTarget(orders, sites, new ModelStock(world, wire)),
                        new CorrectionTarget(orders, sites),
                        new DespatchTarget(despatches, sites, couriers),
                        new TrackingTarget(despatches, couriers))
                .forEach(target ->
                        targets.put(target.kind(), sending(world.mutant().target(target, world))));
        return targets;
    }

    /** Between the look at the lease and the first byte nothing stalls. */
    private Target sending(Target real) {
        return Calls.around(Target.class, real, (name, call) -> {
            if (!name.equals("send")) {
                return call.call();
            }
            awaits.beginSending();
            try {
                return call.call();
            } finally {
                awaits.sent();
            }
        });
    }
}
