package centrasage.orders.plan;

import centrasage.centra.Order;
import centrasage.centra.OrderJson;
import centrasage.centra.Parsed;
import centrasage.flow.Plan;
import centrasage.flow.Reason;
import centrasage.flow.TargetUnavailable;
import centrasage.mapping.MappingFaults;
import centrasage.mapping.version.MappingVersions;
import centrasage.mapping.version.NumberedMappings;
import centrasage.orders.OrderSettings;
import centrasage.orders.check.OrderRules;
import centrasage.orders.intake.Intake;
import centrasage.sage200.NewSalesOrder;
import centrasage.sage200.SalesOrderJson;
import centrasage.sage200.Site;
import centrasage.sage200.client.SageOrders;
import centrasage.sage200.client.read.SiteReader;
import centrasage.sage200.client.read.TransactionDates;
import centrasage.sage200.ledger.InvoicedOrderJson;
import centrasage.sync.staging.Staged;
import centrasage.sync.staging.Staging;
import centrasage.sync.store.Postings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What would become of an order if it were planned now: its latest version, with the mappings in force and Sage as it is.
 * Writes nothing, here or there, whatever has become of the order before, and says first what has.
 */
@ApplicationScoped
public class OrderPreview {
    private Staging staging;
    private Postings postings;
    private MappingVersions versions;
    private SiteReader sites;
    private SageDates dates;
    private SageOrders sage;
    private OrderRules rules;
    private OrderPlanner planner;

    @SuppressWarnings("NullAway.Init")
    OrderPreview() {}

    @Inject
    OrderPreview(
            Staging staging,
            Postings postings,
            MappingVersions versions,
            SiteReader sites,
            TransactionDates dates,
            SageOrders sage,
            OrderSettings settings) {
        this.staging = staging;
        this.postings = postings;
        this.versions = versions;
        this.sites = sites;
        this.dates = new SageDates(sites, dates);
        this.sage = sage;
        this.rules = settings.rules();
        this.planner = new OrderPlanner(SalesOrderJson::write, InvoicedOrderJson::write, settings.postAs());
    }

    /**
     * @param present what has become of it already; null where it was never planned
     * @param version of the order that was planned
     * @param mappings number of the version of the mappings
     * @param document the order in codes; null unless it would be posted
     * @param body what would be sent to {@code POST sop_orders}, in the company's ids; null unless it would be posted
     */
    public record Preview(
            @Nullable Present present,
            int version,
            int mappings,
            Plan plan,
            @Nullable NewSalesOrder document,
            @Nullable String body) {

        /** Whether planning it now would send it, where the mode lets anything be sent. */
        public boolean wouldBeSent() {
            return plan instanceof Plan.Post
                    && (present == null || present.against().isEmpty());
        }

        /** All that speaks against sending it; what has become of it already stands first. */
        public List<Reason> reasons() {
            List<Reason> planned = plan.match(post -> List.of(), skip -> List.of(skip.reason()), Plan.Hold::reasons);
            return present == null ? planned : present.before(planned);
        }

        private Preview beside(Optional<Present> there) {
            return new Preview(there.orElse(null), version, mappings, plan, document, body);
        }

        /** Personal data must not end in a log. */
        @Override
        public String toString() {
            return "Preview[version=" + version + ", mappings=" + mappings + "]";
        }
    }

    /**
     * Empty when no such order was ever received.
     *
     * @throws TargetUnavailable when the Sage of its company cannot be read now
     * @throws MappingFaults when the mappings in force cannot be used
     */
    public Optional<Preview> of(String number) throws TargetUnavailable, MappingFaults {
        Optional<Staged> latest = staging.of(Intake.KIND, number).stream()
                .max(Comparator.comparingInt(staged -> staged.document().version()));
        return latest.isEmpty()
                ? Optional.empty()
                : Optional.of(preview(latest.get()).beside(Present.of(postings.of(number))));
    }

    private Preview preview(Staged staged) throws TargetUnavailable, MappingFaults {
        NumberedMappings mappings = versions.current();
        Optional<Parsed<Order>> parsed = staged.text().map(OrderJson::parse);
        if (parsed.isEmpty()) {
            return new Preview(null, staged.version(), mappings.number(), NoPlan.withoutText(staged), null, null);
        }
        if (parsed.get() instanceof Parsed.Readable<Order> readable) {
            return planned(staged, readable.document(), mappings);
        }
        Plan hold = new Plan.Hold(parsed.get().match(readable -> List.of(), Parsed.Unreadable::reasons));
        return new Preview(null, staged.version(), mappings.number(), hold, null, null);
    }

    private Preview planned(Staged staged, Order order, NumberedMappings mappings) throws TargetUnavailable {
        Site site = sites.read(OrderPlanner.company(order, mappings.mappings(), rules));
        Plan plan = dates.held(planner.plan(order, mappings.mappings(), site, rules));
        if (!(plan instanceof Plan.Post post)) {
            return new Preview(null, staged.version(), mappings.number(), plan, null, null);
        }
        NewSalesOrder document = SalesOrderJson.read(post.command().document());
        return new Preview(null, staged.version(), mappings.number(), plan, document, sage.body(document, site));
    }
}
