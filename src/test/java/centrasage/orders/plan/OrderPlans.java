package centrasage.orders.plan;

import centrasage.centra.Order;
import centrasage.flow.OrderName;
import centrasage.flow.Plan;
import centrasage.flow.PostingKey;
import centrasage.flow.PostingKind;
import centrasage.mapping.Mappings;
import centrasage.money.ShownAmount;
import centrasage.orders.amendment.AmendmentPlans;
import centrasage.orders.check.Fingerprint;
import centrasage.orders.check.OrderRules;
import centrasage.orders.document.PrintedParts;
import centrasage.sage200.SalesOrderJson;
import centrasage.sage200.Site;
import centrasage.sync.posting.Planned;
import centrasage.sync.posting.Printed;
import centrasage.sync.posting.Recorded;
import centrasage.sync.posting.Store;
import centrasage.sync.runs.NoContext;
import centrasage.sync.runs.NoCounts;
import centrasage.sync.staging.Staged;
import centrasage.sync.staging.Staging;
import java.util.function.BiConsumer;

/** The step {@code plan} of orders for simulations: the real planner, what {@link PlanOrders} makes of its plan, and the real writer. */
public final class OrderPlans {
    private final OrderPlanner planner = new OrderPlanner(SalesOrderJson::write);
    private final Mappings mappings;
    private final Site site;
    private final OrderRules rules;
    private final AmendmentPlans amendments;

    /** Nothing that is posted is ever amended. */
    public OrderPlans(Mappings mappings, Site site, OrderRules rules) {
        this(mappings, site, rules, new NothingAmended());
    }

    public OrderPlans(Mappings mappings, Site site, OrderRules rules, AmendmentPlans amendments) {
        this.amendments = amendments;
        this.mappings = mappings;
        this.site = site;
        this.rules = rules;
    }

    /** What is to be recorded of this version; the caller says when, and in which transaction. */
    public BiConsumer<Store, Staging> planned(Staged staged, Order order) {
        PlannedOrder planned = new PlannedOrder(staged.id(), plan(staged, order));
        return (store, staging) -> NoContext.write(
                new RecordPlans(store, staging, new NothingBefore(), amendments, new NoCounts(), NoContext.get()),
                planned);
    }

    private static final class NothingAmended extends AmendmentPlans {
        @Override
        public Recorded record(Planned planned, Store store) {
            return store.record(planned);
        }
    }

    private static final class NothingBefore extends PostedBefore {
        @Override
        public void remember(Planned planned) {
            // everything was posted by this release
        }
    }

    /** The plan alone. */
    public Plan plan(Order order) {
        return planner.plan(order, mappings, site, rules);
    }

    private Planned plan(Staged staged, Order order) {
        Plan plan = planner.plan(order, mappings, site, rules);
        return (plan instanceof Plan.Post post ? posted(staged, post) : unposted(staged, order, plan))
                .printing(new Printed(PrintedParts.of(order)));
    }

    private static Planned posted(Staged staged, Plan.Post post) {
        return new Planned(
                post.command().key(),
                post.command().object(),
                staged.document(),
                post.command().amount(),
                post.command().businessDate(),
                post);
    }

    private Planned unposted(Staged staged, Order order, Plan plan) {
        return new Planned(
                new PostingKey(rules.defaultCompany(), PostingKind.ORDER, staged.sourceKey()),
                rules.defaultCompany() + "/" + OrderName.of(staged.sourceKey()),
                staged.document(),
                ShownAmount.of(order.grandTotal(), order.currency()),
                order.createdAt().atZone(rules.zone()).toLocalDate(),
                plan,
                Fingerprint.of(order));
    }
}
