package centrasage.orders.plan;

import centrasage.centra.Order;
import centrasage.flow.DocumentVersion;
import centrasage.flow.OrderName;
import centrasage.flow.Plan;
import centrasage.flow.PostingKey;
import centrasage.flow.PostingKind;
import centrasage.mapping.Mappings;
import centrasage.orders.check.Fingerprint;
import centrasage.orders.check.OrderRules;
import centrasage.orders.document.PrintedParts;
import centrasage.sage200.SalesOrderJson;
import centrasage.sage200.Site;
import centrasage.sync.posting.Planned;
import centrasage.sync.posting.Printed;

/** The step {@code plan} of orders for simulations: the real planner, and what {@link PlanOrders} makes of its plan. */
public final class OrderPlans {
    private final OrderPlanner planner = new OrderPlanner(SalesOrderJson::write);
    private final Mappings mappings;
    private final Site site;
    private final OrderRules rules;

    public OrderPlans(Mappings mappings, Site site, OrderRules rules) {
        this.mappings = mappings;
        this.site = site;
        this.rules = rules;
    }

    public Planned planned(DocumentVersion document, Order order) {
        Plan plan = planner.plan(order, mappings, site, rules);
        return (plan instanceof Plan.Post post ? posted(document, post) : unposted(document, order, plan))
                .printing(new Printed(PrintedParts.of(order)));
    }

    private static Planned posted(DocumentVersion document, Plan.Post post) {
        return new Planned(
                post.command().key(),
                post.command().object(),
                document,
                post.command().amount(),
                post.command().businessDate(),
                post);
    }

    private Planned unposted(DocumentVersion document, Order order, Plan plan) {
        return new Planned(
                new PostingKey(rules.defaultCompany(), PostingKind.ORDER, document.key()),
                rules.defaultCompany() + "/" + OrderName.of(document.key()),
                document,
                ShownTotal.of(order),
                order.createdAt().atZone(rules.zone()).toLocalDate(),
                plan,
                Fingerprint.of(order));
    }
}
