package centrasage.orders.plan;

import centrasage.centra.Order;
import centrasage.flow.Plan;
import centrasage.mapping.Mappings;
import centrasage.orders.OrderSettings;
import centrasage.orders.check.ByHand;
import centrasage.orders.check.OrderRules;
import centrasage.sage200.SalesOrderJson;
import centrasage.sage200.Site;
import centrasage.sage200.ledger.InvoicedOrderJson;
import centrasage.sync.plans.Planning;
import centrasage.sync.staging.Staged;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Plans one order by the settings, and holds it where a fault of ours keeps it from being planned: for a run and for whoever foresees one. */
final class OrderPlanning {
    private static final Logger LOG = Logger.getLogger(OrderPlanning.class.getName());

    private final OrderPlanner planner;
    private final OrderRules rules;

    OrderPlanning(OrderSettings settings) {
        this.rules = settings.rules();
        this.planner = new OrderPlanner(SalesOrderJson::write, InvoicedOrderJson::write, settings.postAs());
    }

    OrderRules rules() {
        return rules;
    }

    /** Where a fault of ours hides it, the usual one: planning meets the same fault, and holds the order. */
    String company(Staged staged, Order order, Mappings mappings) {
        try {
            return OrderPlanner.company(order, mappings, rules);
        } catch (RuntimeException e) {
            LOG.log(Level.SEVERE, e, () -> "the company of order " + staged.sourceKey() + " could not be told");
            return rules.defaultCompany();
        }
    }

    /** A fault of ours with one order must not keep all the others waiting. */
    Plan plan(Staged staged, Order order, Mappings mappings, Site read) {
        return Planning.safely(
                "Order " + staged.sourceKey(),
                ByHand.enterIt("").strip(),
                () -> planner.plan(order, mappings, read, rules));
    }
}
