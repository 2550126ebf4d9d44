package centrasage.orders.plan;

import centrasage.centra.Order;
import centrasage.centra.OrderJson;
import centrasage.centra.Parsed;
import centrasage.flow.Plan;
import centrasage.flow.TargetUnavailable;
import centrasage.mapping.Mappings;
import centrasage.orders.OrderSettings;
import centrasage.sage200.Site;
import centrasage.sage200.client.read.SiteReader;
import centrasage.sage200.client.read.TransactionDates;
import centrasage.sync.staging.Staged;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;

/**
 * What the step {@code plan} would make of a staged order by other mappings than those in force: the same planner, the same rules, and
 * nothing is recorded.
 */
@ApplicationScoped
public class OrderReplan {
    private OrderPlanning planning;
    private SageDates dates;

    @SuppressWarnings("NullAway.Init")
    OrderReplan() {}

    @Inject
    OrderReplan(OrderSettings settings, SiteReader sites, TransactionDates dates) {
        this.planning = new OrderPlanning(settings);
        this.dates = new SageDates(sites, dates);
    }

    /** Where the look-ups of a company come from. */
    @FunctionalInterface
    public interface Sites {
        Site of(String company) throws TargetUnavailable;
    }

    /**
     * The plan of one order, whatever the periods of Sage 200.
     *
     * @throws TargetUnavailable when nothing is known of its company
     */
    public Plan plan(Staged staged, Mappings mappings, Sites sites) throws TargetUnavailable {
        Optional<Parsed<Order>> parsed = staged.text().map(OrderJson::parse);
        if (parsed.isEmpty()) {
            return NoPlan.withoutText(staged);
        }
        if (parsed.get() instanceof Parsed.Readable<Order> readable) {
            Order order = readable.document();
            return planning.plan(staged, order, mappings, sites.of(planning.company(staged, order, mappings)));
        }
        return new Plan.Hold(parsed.get().match(readable -> List.of(), Parsed.Unreadable::reasons));
    }

    /**
     * The plan as a run would have it, which holds what Sage 200 is closed for.
     *
     * @throws TargetUnavailable when Sage cannot be asked now
     */
    public Plan dated(Plan plan) throws TargetUnavailable {
        return dates.held(plan);
    }
}
