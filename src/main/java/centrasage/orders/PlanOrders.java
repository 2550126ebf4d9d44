package centrasage.orders;

import centrasage.centra.Order;
import centrasage.centra.OrderJson;
import centrasage.centra.Parsed;
import centrasage.flow.OrderName;
import centrasage.flow.Plan;
import centrasage.flow.PostingKey;
import centrasage.flow.PostingKind;
import centrasage.flow.TargetUnavailable;
import centrasage.mapping.MappingFaults;
import centrasage.mapping.MappingFiles;
import centrasage.mapping.Mappings;
import centrasage.money.Money;
import centrasage.orders.check.Fingerprint;
import centrasage.orders.check.OrderRules;
import centrasage.sage200.SalesOrderJson;
import centrasage.sage200.Site;
import centrasage.sage200.client.read.SiteReader;
import centrasage.sage200.client.read.TransactionDates;
import centrasage.sync.posting.Planned;
import centrasage.sync.runs.Failing;
import centrasage.sync.staging.Staged;
import centrasage.sync.store.Posting;
import centrasage.sync.store.Postings;
import jakarta.batch.api.chunk.ItemProcessor;
import jakarta.batch.runtime.context.JobContext;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/** The step {@code plan}: one staged order becomes one plan. The run pins the mappings and the site that it began with. */
@Named
@Dependent
public class PlanOrders implements ItemProcessor {
    /** What a total is shown in when an order is too damaged to tell its currency: Sage 200 UK's own. */
    private static final Currency BASE = Currency.getInstance("GBP");

    /** More than the store keeps; an order of such a total is held as unbelievable. */
    private static final BigDecimal SHOWN_MAX = new BigDecimal("1e14");

    private static final Logger LOG = Logger.getLogger(PlanOrders.class.getName());

    private final OrderPlanner planner;
    private final MappingFiles mappingFiles;
    private final SiteReader siteReader;
    private final OrderRules rules;
    private final SageDates dates;
    private final JobContext context;
    private final Postings postings;
    private @Nullable Mappings mappings;
    private @Nullable Site site;

    @Inject
    PlanOrders(
            MappingFiles mappingFiles,
            SiteReader siteReader,
            TransactionDates dates,
            OrderSettings settings,
            Postings postings,
            JobContext context) {
        this.postings = postings;
        this.context = context;
        this.mappingFiles = mappingFiles;
        this.siteReader = siteReader;
        this.rules = settings.rules();
        this.planner = new OrderPlanner(SalesOrderJson::write, settings.postAs());
        this.dates = new SageDates(siteReader, dates);
    }

    /**
     * Never null: each staged version gets its plan.
     *
     * @throws Exception when Sage's look-ups or the mappings cannot be read: what is staged waits, and nothing is lost
     */
    @Override
    public PlannedOrder processItem(Object item) throws Exception {
        Staged staged = (Staged) item;
        return Failing.telling(context, () -> new PlannedOrder(staged.id(), planned(staged)));
    }

    private Planned planned(Staged staged) throws TargetUnavailable, MappingFaults {
        Optional<Parsed> parsed = staged.text().map(OrderJson::parse);
        return parsed.isEmpty() ? held(staged, NoPlan.withoutText(staged)) : planned(staged, parsed.get());
    }

    private Planned planned(Staged staged, Parsed parsed) throws TargetUnavailable, MappingFaults {
        if (parsed instanceof Parsed.Readable readable) {
            Plan plan = plan(staged, readable.order(), mappings(), site());
            return planned(staged, readable.order(), dates.held(plan));
        }
        return held(staged, new Plan.Hold(parsed.match(readable -> List.of(), Parsed.Unreadable::reasons)));
    }

    /** A fault of ours with one order must not keep all the others waiting. */
    private Plan plan(Staged staged, Order order, Mappings pinned, Site read) {
        try {
            return planner.plan(order, pinned, read, rules);
        } catch (RuntimeException e) {
            LOG.log(Level.SEVERE, e, () -> "order " + staged.sourceKey() + " could not be planned");
            return NoPlan.faultOfOurs(staged);
        }
    }

    private Planned planned(Staged staged, Order order, Plan plan) {
        if (plan instanceof Plan.Post post) {
            return new Planned(
                    post.command().key(),
                    post.command().object(),
                    staged.document(),
                    post.command().amount(),
                    post.command().businessDate(),
                    plan);
        }
        return unposted(staged, plan, shownTotal(order), date(order.createdAt()), Fingerprint.of(order));
    }

    /** Of an order that cannot be read any more, what it came to is known from before. */
    private Planned held(Staged staged, Plan.Hold hold) {
        Money amount = postings.of(staged.sourceKey()).stream()
                .findFirst()
                .map(Posting::amount)
                .orElse(Money.zero(BASE));
        return unposted(staged, hold, amount, date(staged.sourceUpdatedAt()), null);
    }

    private Planned unposted(Staged staged, Plan plan, Money amount, LocalDate date, @Nullable String fingerprint) {
        PostingKey key = new PostingKey(rules.defaultCompany(), PostingKind.ORDER, staged.sourceKey());
        String object = rules.defaultCompany() + "/" + OrderName.of(staged.sourceKey());
        return new Planned(key, object, staged.document(), amount, date, plan, fingerprint);
    }

    /** For display only: an order whose total has too many decimals is held, never posted. */
    private static Money shownTotal(Order order) {
        if (order.grandTotal().abs().compareTo(SHOWN_MAX) > 0) {
            return Money.zero(BASE);
        }
        try {
            return Money.rounded(order.grandTotal(), Currency.getInstance(order.currency()), RoundingMode.HALF_UP);
        } catch (IllegalArgumentException e) {
            return Money.rounded(order.grandTotal(), BASE, RoundingMode.HALF_UP);
        }
    }

    private LocalDate date(Instant moment) {
        return moment.atZone(rules.zone()).toLocalDate();
    }

    private Mappings mappings() throws MappingFaults {
        if (mappings == null) {
            mappings = mappingFiles.load();
        }
        return mappings;
    }

    private Site site() throws TargetUnavailable {
        if (site == null) {
            site = siteReader.read(rules.defaultCompany());
        }
        return site;
    }
}
