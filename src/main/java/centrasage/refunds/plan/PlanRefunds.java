package centrasage.refunds.plan;

import centrasage.centra.OrderPayments;
import centrasage.centra.OrderPaymentsJson;
import centrasage.centra.Parsed;
import centrasage.flow.OrderName;
import centrasage.flow.OrderStanding;
import centrasage.flow.Plan;
import centrasage.flow.PostingKey;
import centrasage.flow.PostingKind;
import centrasage.flow.PostingState;
import centrasage.flow.Reason;
import centrasage.flow.TargetUnavailable;
import centrasage.mapping.MappingFaults;
import centrasage.mapping.Mappings;
import centrasage.mapping.version.PinnedMappings;
import centrasage.money.Money;
import centrasage.refunds.RefundRules;
import centrasage.refunds.RefundSettings;
import centrasage.refunds.intake.CollectRefunds;
import centrasage.sage200.NewSalesOrder;
import centrasage.sage200.Site;
import centrasage.sage200.client.read.SiteReader;
import centrasage.sage200.ledger.SalesDocumentJson;
import centrasage.sync.dates.DocumentDay;
import centrasage.sync.plans.OrderStandings;
import centrasage.sync.plans.PlannedDocument;
import centrasage.sync.posting.Planned;
import centrasage.sync.posting.Reasons;
import centrasage.sync.runs.Failing;
import centrasage.sync.staging.Staged;
import centrasage.sync.store.Posting;
import jakarta.batch.api.chunk.ItemProcessor;
import jakarta.batch.runtime.context.JobContext;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The step {@code plan-refunds}: the refunds of one order that are for no return become the plans of their credit notes. */
@Named
@Dependent
public class PlanRefunds implements ItemProcessor {
    private final GoodwillPlanner planner;
    private final PinnedMappings pinned;
    private final OrderStandings orders;
    private final OrderBooks books;
    private final SiteReader sites;
    private final CreditDates dates;
    private final RefundRules rules;
    private final JobContext context;

    @Inject
    PlanRefunds(
            PinnedMappings pinned,
            OrderStandings orders,
            OrderBooks books,
            SiteReader sites,
            CreditDates dates,
            RefundSettings settings,
            JobContext context) {
        this.pinned = pinned;
        this.orders = orders;
        this.books = books;
        this.sites = sites;
        this.dates = dates;
        this.rules = settings.rules();
        this.context = context;
        this.planner = new GoodwillPlanner(SalesDocumentJson::write, rules);
    }

    /**
     * Null for refunds that wait until their order is known.
     *
     * @throws Exception when the company of its order or the mappings cannot be read: what is staged waits, and nothing is lost
     */
    @Override
    public @Nullable PlannedDocument processItem(Object item) throws Exception {
        Staged staged = (Staged) item;
        Optional<PlannedDocument> planned = Failing.telling(context, () -> planned(staged));
        return planned.orElse(null);
    }

    private Optional<PlannedDocument> planned(Staged staged) throws MappingFaults, TargetUnavailable {
        Optional<Parsed<OrderPayments>> parsed = staged.text().map(OrderPaymentsJson::parse);
        if (parsed.isEmpty()) {
            return Optional.of(held(staged, List.of(Reasons.erased(staged.sourceKey()))));
        }
        if (parsed.get() instanceof Parsed.Readable<OrderPayments> readable) {
            return planned(staged, readable.document());
        }
        return Optional.of(held(staged, parsed.get().match(readable -> List.of(), Parsed.Unreadable::reasons)));
    }

    private Optional<PlannedDocument> planned(Staged staged, OrderPayments payments)
            throws MappingFaults, TargetUnavailable {
        OrderStanding order = orders.of(payments.order());
        if (order.key() == null && !planner.isOfBefore(payments)) {
            return Optional.empty();
        }
        OtherCredits others = books.credits(order);
        Situation now = situation(payments, order);
        Mappings mappings = pinned.of(context, CollectRefunds.KIND).mappings();
        List<Planned> plans = new ArrayList<>();
        List<DocumentDay> days = new ArrayList<>();
        for (RefundsOfOrder.Decided decided :
                new RefundsOfOrder(payments, others, now, rules).plans(planner, mappings)) {
            PostingKey key = new PostingKey(
                    company(order), PostingKind.CREDIT_NOTE, GoodwillPlanner.sourceKey(payments, decided.refund()));
            CreditDates.Dated dated = dates.dated(key, decided.plan(), planner.date(decided.refund()));
            plans.add(planned(staged, payments, key, decided, dated));
            days.add(dated.kept());
        }
        plans.addAll(gone(staged, order, plans));
        return Optional.of(new PlannedDocument(staged.id(), basis(payments, order, now, others), plans, days));
    }

    private Situation situation(OrderPayments payments, OrderStanding order) throws TargetUnavailable {
        boolean any = payments.entries().stream().anyMatch(OrderPayments.Entry::isRefundWithoutReturn);
        NewSalesOrder sold = any ? books.sold(order).orElse(null) : null;
        Site site = sold == null ? null : sites.read(sold.company());
        LocalDate ordered = payments.orderedAt().atZone(rules.zone()).toLocalDate();
        return new Situation(order, sold, site, books.invoiced(order), List.of(), ordered);
    }

    /** What is credited or invoiced while it is planned must not be left out. */
    private PlannedDocument.Basis basis(
            OrderPayments payments, OrderStanding order, Situation now, OtherCredits others) {
        PlannedDocument.Basis ofOrder = orders.basis(payments.order(), order);
        return new PlannedDocument.Basis(
                ofOrder.sourceKey(),
                () -> ofOrder.stands().getAsBoolean()
                        && books.invoiced(order).equals(now.invoiced())
                        && books.credits(order).equals(others));
    }

    private Planned planned(
            Staged staged,
            OrderPayments payments,
            PostingKey key,
            RefundsOfOrder.Decided decided,
            CreditDates.Dated dated) {
        Money shown = GoodwillPlanner.shown(decided.refund(), decided.due());
        return new Planned(
                key,
                OrderName.object(key.company(), OrderName.of(payments.order())),
                staged.document(),
                dated.plan() instanceof Plan.Post post ? post.command().amount() : shown,
                dated.day(),
                dated.plan(),
                GoodwillPlanner.fingerprint(payments, decided.refund()));
    }

    private String company(OrderStanding order) {
        return order.key() == null ? rules.usualCompany() : order.key().company();
    }

    /** What was a refund without a return before, and is none by this version: its money did not go, or it is for a return by now. */
    private List<Planned> gone(Staged staged, OrderStanding order, List<Planned> plans) {
        Set<String> there =
                plans.stream().map(planned -> planned.key().sourceKey()).collect(Collectors.toSet());
        return books.refunds(order).stream()
                .filter(posting -> posting.state() != PostingState.SKIPPED)
                .filter(posting -> !there.contains(posting.key().sourceKey()))
                .map(posting -> of(posting, staged, new Plan.Skip(RefundReasons.gone()), RefundReasons.GONE))
                .toList();
    }

    /** Of what cannot be read nobody knows which refunds it holds: those that were known and are not sent are a person's. */
    private PlannedDocument held(Staged staged, List<Reason> reasons) {
        List<Planned> held = books.refunds(orders.of(Long.parseLong(staged.sourceKey()))).stream()
                .filter(posting -> posting.state().mayBeReplanned() && posting.state() != PostingState.SKIPPED)
                .map(posting -> of(posting, staged, new Plan.Hold(reasons), null))
                .toList();
        return new PlannedDocument(staged.id(), null, held);
    }

    private static Planned of(Posting posting, Staged staged, Plan plan, @Nullable String fingerprint) {
        return new Planned(
                posting.key(),
                posting.object(),
                staged.document(),
                posting.amount(),
                posting.businessDate(),
                plan,
                fingerprint);
    }
}
