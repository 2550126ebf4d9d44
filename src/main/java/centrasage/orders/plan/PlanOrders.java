package centrasage.orders.plan;

import centrasage.centra.Order;
import centrasage.centra.OrderJson;
import centrasage.centra.Parsed;
import centrasage.flow.Command;
import centrasage.flow.OrderName;
import centrasage.flow.Plan;
import centrasage.flow.PostingKey;
import centrasage.flow.PostingKind;
import centrasage.flow.TargetUnavailable;
import centrasage.flow.event.SideHeard;
import centrasage.mapping.MappingFaults;
import centrasage.mapping.Mappings;
import centrasage.mapping.version.PinnedMappings;
import centrasage.money.Money;
import centrasage.money.ShownAmount;
import centrasage.orders.OrderSettings;
import centrasage.orders.check.Fingerprint;
import centrasage.orders.check.OrderRules;
import centrasage.orders.document.PrintedParts;
import centrasage.orders.intake.Intake;
import centrasage.sage200.client.read.SiteReader;
import centrasage.sage200.client.read.TransactionDates;
import centrasage.sync.posting.Planned;
import centrasage.sync.posting.Printed;
import centrasage.sync.runs.Failing;
import centrasage.sync.staging.Staged;
import centrasage.sync.store.Postings;
import jakarta.batch.api.chunk.ItemProcessor;
import jakarta.batch.runtime.context.JobContext;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The step {@code plan}: one staged order becomes one plan. The run pins the mappings and the sites that it began with. */
@Named
@Dependent
public class PlanOrders implements ItemProcessor {
    private final OrderPlanning planning;
    private final PinnedMappings pinned;
    private final RunCompanies companies;
    private final OrderRules rules;
    private final SageDates dates;
    private final JobContext context;
    private final Postings postings;

    @Inject
    PlanOrders(
            PinnedMappings pinned,
            SiteReader siteReader,
            TransactionDates dates,
            OrderSettings settings,
            Postings postings,
            JobContext context,
            Event<SideHeard> heard) {
        this.postings = postings;
        this.context = context;
        this.pinned = pinned;
        this.planning = new OrderPlanning(settings);
        this.rules = planning.rules();
        this.companies = new RunCompanies(siteReader, rules.defaultCompany(), heard::fire);
        this.dates = new SageDates(siteReader, dates);
    }

    /**
     * Null for an order that waits: see {@link RunCompanies}.
     *
     * @throws Exception when the usual company or the mappings cannot be read: what is staged waits, and nothing is lost
     */
    @Override
    public @Nullable PlannedOrder processItem(Object item) throws Exception {
        Staged staged = (Staged) item;
        Optional<Planned> planned = Failing.telling(context, () -> Optional.ofNullable(planned(staged)));
        return planned.map(plan -> new PlannedOrder(staged.id(), plan)).orElse(null);
    }

    private @Nullable Planned planned(Staged staged) throws TargetUnavailable, MappingFaults {
        Optional<Parsed<Order>> parsed = staged.text().map(OrderJson::parse);
        return parsed.isEmpty() ? held(staged, NoPlan.withoutText(staged)) : planned(staged, parsed.get());
    }

    private @Nullable Planned planned(Staged staged, Parsed<Order> parsed) throws TargetUnavailable, MappingFaults {
        if (parsed instanceof Parsed.Readable<Order> readable) {
            Order order = readable.document();
            return companies.planned(
                    planning.company(staged, order, mappings()),
                    site -> planned(staged, order, dates.held(planning.plan(staged, order, mappings(), site))));
        }
        return held(staged, new Plan.Hold(parsed.match(readable -> List.of(), Parsed.Unreadable::reasons)));
    }

    private Planned planned(Staged staged, Order order, Plan plan) {
        return told(staged, order, plan).printing(new Printed(PrintedParts.of(order)));
    }

    private Planned told(Staged staged, Order order, Plan plan) {
        Command coded = plan.match(Plan.Post::command, Plan.Skip::coded, hold -> null);
        if (coded != null) {
            return new Planned(
                    coded.key(),
                    coded.object(),
                    staged.document(),
                    coded.amount(),
                    coded.businessDate(),
                    plan,
                    coded.fingerprint());
        }
        return unposted(
                staged,
                plan,
                ShownAmount.of(order.grandTotal(), order.currency()),
                date(order.createdAt()),
                Fingerprint.of(order));
    }

    /** Of an order that cannot be read any more, what it came to is known from before. */
    private Planned held(Staged staged, Plan.Hold hold) {
        Money amount = postings.amountOf(staged.sourceKey()).orElse(Money.zero(ShownAmount.BASE));
        return unposted(staged, hold, amount, date(staged.sourceUpdatedAt()), null);
    }

    private Planned unposted(Staged staged, Plan plan, Money amount, LocalDate date, @Nullable String fingerprint) {
        PostingKey key = new PostingKey(rules.defaultCompany(), PostingKind.ORDER, staged.sourceKey());
        String object = OrderName.object(rules.defaultCompany(), OrderName.of(staged.sourceKey()));
        return new Planned(key, object, staged.document(), amount, date, plan, fingerprint);
    }

    private LocalDate date(Instant moment) {
        return moment.atZone(rules.zone()).toLocalDate();
    }

    /** The hash of the mappings that this run pinned. */
    public String mappingsHash() throws MappingFaults {
        return mappings().version();
    }

    private Mappings mappings() throws MappingFaults {
        return pinned.of(context, Intake.KIND).mappings();
    }
}
