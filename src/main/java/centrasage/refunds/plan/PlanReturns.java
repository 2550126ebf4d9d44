package centrasage.refunds.plan;

import centrasage.centra.OrderReturn;
import centrasage.centra.OrderReturnJson;
import centrasage.centra.Parsed;
import centrasage.flow.OrderName;
import centrasage.flow.OrderStanding;
import centrasage.flow.Plan;
import centrasage.flow.PostingKey;
import centrasage.flow.PostingKind;
import centrasage.flow.Reason;
import centrasage.flow.ReturnNumber;
import centrasage.flow.TargetUnavailable;
import centrasage.mapping.MappingFaults;
import centrasage.mapping.Mappings;
import centrasage.mapping.version.PinnedMappings;
import centrasage.money.Money;
import centrasage.money.ShownAmount;
import centrasage.refunds.RefundRules;
import centrasage.refunds.RefundSettings;
import centrasage.refunds.intake.CollectReturns;
import centrasage.sage200.NewSalesOrder;
import centrasage.sage200.SalesReturnJson;
import centrasage.sage200.Site;
import centrasage.sage200.client.SageReturns;
import centrasage.sage200.client.read.SiteReader;
import centrasage.sage200.ledger.SalesDocumentJson;
import centrasage.sync.plans.DatedPlans;
import centrasage.sync.plans.OrderStandings;
import centrasage.sync.plans.PlannedDocument;
import centrasage.sync.plans.Planning;
import centrasage.sync.posting.Planned;
import centrasage.sync.posting.Reasons;
import centrasage.sync.runs.Failing;
import centrasage.sync.staging.Staged;
import centrasage.sync.staging.Staging;
import jakarta.batch.api.chunk.ItemProcessor;
import jakarta.batch.runtime.context.JobContext;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The step {@code plan}: one staged return becomes the plan of its credit note. */
@Named
@Dependent
public class PlanReturns implements ItemProcessor {
    private final CreditPlanner planner;
    private final PinnedMappings pinned;
    private final OrderStandings orders;
    private final OrderBooks books;
    private final SiteReader sites;
    private final @Nullable SageReturns salesReturns;
    private final DatedPlans dates;
    private final Completion completion;
    private final RefundRules rules;
    private final JobContext context;

    @Inject
    PlanReturns(
            PinnedMappings pinned,
            OrderStandings orders,
            OrderBooks books,
            SiteReader sites,
            SageReturns salesReturns,
            DatedPlans dates,
            Staging staging,
            RefundSettings settings,
            JobContext context) {
        this.pinned = pinned;
        this.orders = orders;
        this.books = books;
        this.sites = sites;
        this.dates = dates;
        this.rules = settings.rules();
        this.completion = new Completion(staging, rules.dated(), rules.zone());
        this.context = context;
        SalesReturns returns = settings.salesReturns()
                .map(ofReturns -> new SalesReturns(SalesReturnJson::write, ofReturns, rules.returnCost()))
                .orElse(null);
        this.salesReturns = returns == null ? null : salesReturns;
        this.planner = new CreditPlanner(SalesDocumentJson::write, rules, returns);
    }

    /**
     * Null for a return that waits until its order is known.
     *
     * @throws Exception when the company of its order or the mappings cannot be read: what is staged waits, and nothing is lost
     */
    @Override
    public @Nullable PlannedReturn processItem(Object item) throws Exception {
        Staged staged = (Staged) item;
        Optional<PlannedReturn> planned = Failing.telling(context, () -> planned(staged));
        return planned.orElse(null);
    }

    private Optional<PlannedReturn> planned(Staged staged) throws MappingFaults, TargetUnavailable {
        Optional<Parsed<OrderReturn>> parsed = staged.text().map(OrderReturnJson::parse);
        if (parsed.isEmpty()) {
            return Optional.of(held(staged, List.of(Reasons.erased(staged.sourceKey()))));
        }
        if (parsed.get() instanceof Parsed.Readable<OrderReturn> readable) {
            return planned(staged, readable.document());
        }
        return Optional.of(held(staged, parsed.get().match(readable -> List.of(), Parsed.Unreadable::reasons)));
    }

    private Optional<PlannedReturn> planned(Staged staged, OrderReturn made) throws MappingFaults, TargetUnavailable {
        OrderStanding order = orders.of(made.order());
        if (order.key() == null && !planner.isOfBefore(made)) {
            return Optional.empty();
        }
        Mappings mappings = pinned.of(context, CollectReturns.KIND).mappings();
        Situation now = situation(staged, made, order);
        Plan plan = plan(made, now, mappings);
        Planned planned = new Planned(
                key(staged, order),
                OrderName.object(company(order), OrderName.of(made.order())),
                staged.document(),
                plan instanceof Plan.Post post ? post.command().amount() : CreditPlanner.shown(made),
                now.completedOn(),
                plan,
                CreditPlanner.fingerprint(made));
        return Optional.of(new PlannedReturn(
                dates.dated(new PlannedDocument(staged.id(), basis(made, order, now), List.of(planned))),
                new Released(made, planned, now.completedOn()).units(mappings)));
    }

    private Situation situation(Staged staged, OrderReturn made, OrderStanding order) throws TargetUnavailable {
        NewSalesOrder sold = made.isCompleted() ? books.sold(order).orElse(null) : null;
        Site site = sold == null ? null : sites.read(sold.company());
        return new Situation(
                order,
                sold,
                site,
                books.invoiced(order),
                books.credited(order, staged.sourceKey()),
                completion.on(staged, made),
                sold == null || salesReturns == null ? "" : salesReturns.objection(sold.company()),
                books.perhapsCredited(order, made).orElse(""));
    }

    /** Two returns of one order that are planned at the same time must not both take what only one of them can have. */
    private PlannedDocument.Basis basis(OrderReturn made, OrderStanding order, Situation now) {
        PlannedDocument.Basis ofOrder = orders.basis(made.order(), order);
        return new PlannedDocument.Basis(
                ofOrder.sourceKey(),
                () -> ofOrder.stands().getAsBoolean()
                        && books.invoiced(order).equals(now.invoiced())
                        && books.credited(order, CreditPlanner.sourceKey(made)).equals(now.credited())
                        && books.perhapsCredited(order, made).orElse("").equals(now.perhapsCredited()));
    }

    /** A fault of ours with one return must not keep all the others waiting. */
    private Plan plan(OrderReturn made, Situation now, Mappings mappings) {
        return Planning.safely(
                "Return " + CreditPlanner.sourceKey(made),
                "enter its credit note in Sage 200 by hand",
                () -> planner.plan(made, now, mappings));
    }

    private PostingKey key(Staged staged, OrderStanding order) {
        return new PostingKey(company(order), PostingKind.CREDIT_NOTE, staged.sourceKey());
    }

    private String company(OrderStanding order) {
        return order.key() == null ? rules.usualCompany() : order.key().company();
    }

    /** Of a return that cannot be read, its number tells the order. */
    private PlannedReturn held(Staged staged, List<Reason> reasons) throws TargetUnavailable {
        String number = ReturnNumber.order(staged.sourceKey());
        OrderStanding order = number.matches("\\d{1,18}") ? orders.of(Long.parseLong(number)) : OrderStanding.UNKNOWN;
        Planned held = new Planned(
                key(staged, order),
                OrderName.object(company(order), OrderName.of(number)),
                staged.document(),
                Money.zero(ShownAmount.BASE),
                staged.sourceUpdatedAt().atZone(rules.zone()).toLocalDate(),
                new Plan.Hold(reasons),
                null);
        return new PlannedReturn(dates.dated(new PlannedDocument(staged.id(), null, List.of(held))), null);
    }
}
