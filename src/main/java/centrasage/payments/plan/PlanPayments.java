package centrasage.payments.plan;

import centrasage.centra.OrderPayments;
import centrasage.centra.OrderPaymentsJson;
import centrasage.centra.Parsed;
import centrasage.flow.OrderName;
import centrasage.flow.OrderStanding;
import centrasage.flow.Owner;
import centrasage.flow.PaymentNumber;
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
import centrasage.money.ShownAmount;
import centrasage.payments.PaymentRules;
import centrasage.payments.PaymentSettings;
import centrasage.payments.intake.CollectPayments;
import centrasage.sage200.ledger.MoneyEntryJson;
import centrasage.sync.plans.DatedPlans;
import centrasage.sync.plans.OrderStandings;
import centrasage.sync.plans.PlannedDocument;
import centrasage.sync.plans.Planning;
import centrasage.sync.posting.Planned;
import centrasage.sync.posting.Reasons;
import centrasage.sync.runs.Failing;
import centrasage.sync.staging.Staged;
import centrasage.sync.store.Postings;
import jakarta.batch.api.chunk.ItemProcessor;
import jakarta.batch.runtime.context.JobContext;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The step {@code plan}: the payments of one order become the plans of its receipts and refunds. */
@Named
@Dependent
public class PlanPayments implements ItemProcessor {
    static final Set<PostingKind> MONEY =
            Set.of(PostingKind.RECEIPT, PostingKind.CUSTOMER_REFUND, PostingKind.GIFT_CARD);

    private static final Reason GONE = new Reason(
            "NO_PAYMENT_ANY_MORE",
            Owner.FINANCE,
            "It is no payment in Centra any more",
            "Nothing, unless the money moved all the same: then enter it in Sage 200 by hand");

    private final MoneyPlanner planner;
    private final GiftCardPlans giftCards;
    private final PinnedMappings pinned;
    private final OrderStandings orders;
    private final OrderAccounts accounts;
    private final CaptureWatch captures;
    private final Postings postings;
    private final DatedPlans dates;
    private final PaymentRules rules;
    private final JobContext context;

    @Inject
    PlanPayments(
            PinnedMappings pinned,
            OrderStandings orders,
            OrderAccounts accounts,
            CaptureWatch captures,
            Postings postings,
            DatedPlans dates,
            PaymentSettings settings,
            JobContext context) {
        this.pinned = pinned;
        this.orders = orders;
        this.accounts = accounts;
        this.captures = captures;
        this.postings = postings;
        this.giftCards = new GiftCardPlans(postings);
        this.dates = dates;
        this.rules = settings.rules();
        this.context = context;
        this.planner = new MoneyPlanner(MoneyEntryJson::write, rules);
    }

    /**
     * Null for payments that wait until their order is known.
     *
     * @throws Exception when the mappings, or the periods of Sage 200, cannot be read: what is staged waits, and nothing is lost
     */
    @Override
    public @Nullable PlannedDocument processItem(Object item) throws Exception {
        Staged staged = (Staged) item;
        return Failing.telling(context, () -> dated(plans(staged))).orElse(null);
    }

    private Optional<PlannedDocument> dated(Optional<PlannedDocument> planned) throws TargetUnavailable {
        return planned.isEmpty() ? planned : Optional.of(dates.dated(planned.get()));
    }

    private Optional<PlannedDocument> plans(Staged staged) throws MappingFaults {
        Optional<Parsed<OrderPayments>> parsed = staged.text().map(OrderPaymentsJson::parse);
        if (parsed.isEmpty()) {
            return Optional.of(held(staged, List.of(Reasons.erased(staged.sourceKey()))));
        }
        if (parsed.get() instanceof Parsed.Readable<OrderPayments> readable) {
            return plans(staged, readable.document());
        }
        return Optional.of(held(staged, parsed.get().match(readable -> List.of(), Parsed.Unreadable::reasons)));
    }

    private Optional<PlannedDocument> plans(Staged staged, OrderPayments payments) throws MappingFaults {
        List<OrderPayments.Entry> money = planner.money(payments);
        OrderStanding order = orders.of(payments.order());
        if (order.key() == null && !money.isEmpty() && !planner.isOfBefore(payments)) {
            return Optional.empty();
        }
        captures.look(payments, order, planner.difference(payments));
        Mappings mappings = pinned.of(context, CollectPayments.KIND).mappings();
        Optional<String> account = money.isEmpty() ? Optional.empty() : accounts.of(order);
        Set<String> settledByHand = giftCards.settledByHand(payments, money);
        List<Planned> plans = new ArrayList<>(money.stream()
                .flatMap(entry -> {
                    Plan plan = plan(payments, entry, order, account, mappings);
                    return Stream.concat(
                            Stream.of(planned(staged, payments, entry, order, plan)),
                            giftCards.of(staged, payments, entry, plan, settledByHand, mappings).stream());
                })
                .toList());
        plans.addAll(gone(staged, OrderName.object(company(order), OrderName.of(payments.order())), plans));
        PlannedDocument.Basis basis =
                giftCards.with(orders.basis(payments.order(), order), payments, money, settledByHand);
        return Optional.of(new PlannedDocument(staged.id(), basis, plans));
    }

    /** What was taken for money of this order before, and is none by this version. */
    private List<Planned> gone(Staged staged, String object, List<Planned> plans) {
        Set<String> there =
                plans.stream().map(planned -> planned.key().sourceKey()).collect(Collectors.toSet());
        return postings.ofObjects(List.of(object)).stream()
                .filter(posting -> MONEY.contains(posting.key().kind()))
                .filter(posting -> posting.state() != PostingState.SKIPPED)
                .filter(posting -> !there.contains(posting.key().sourceKey()))
                .map(posting -> new Planned(
                        posting.key(),
                        posting.object(),
                        staged.document(),
                        posting.amount(),
                        posting.businessDate(),
                        new Plan.Skip(GONE),
                        GONE.code()))
                .toList();
    }

    /** A fault of ours with one payment must not keep all the others waiting. */
    private Plan plan(
            OrderPayments payments,
            OrderPayments.Entry entry,
            OrderStanding order,
            Optional<String> account,
            Mappings mappings) {
        return Planning.safely(
                "Payment " + MoneyPlanner.sourceKey(payments, entry),
                "enter it in Sage 200 by hand",
                () -> planner.plan(payments, entry, order, account, mappings));
    }

    private Planned planned(
            Staged staged, OrderPayments payments, OrderPayments.Entry entry, OrderStanding order, Plan plan) {
        String company = company(order);
        return new Planned(
                new PostingKey(company, MoneyPlanner.kind(entry), MoneyPlanner.sourceKey(payments, entry)),
                OrderName.object(company, OrderName.of(payments.order())),
                staged.document(),
                MoneyPlanner.shown(entry),
                planner.date(entry),
                plan,
                MoneyPlanner.fingerprint(payments, entry));
    }

    private String company(OrderStanding order) {
        return order.key() == null ? rules.usualCompany() : order.key().company();
    }

    /** Of what cannot be read nobody knows how many payments it holds. */
    private PlannedDocument held(Staged staged, List<Reason> reasons) {
        OrderStanding order = staged.sourceKey().matches("\\d{1,18}")
                ? orders.of(Long.parseLong(staged.sourceKey()))
                : OrderStanding.UNKNOWN;
        String company = company(order);
        Planned held = new Planned(
                new PostingKey(company, PostingKind.RECEIPT, PaymentNumber.unreadable(staged.sourceKey())),
                OrderName.object(company, OrderName.of(staged.sourceKey())),
                staged.document(),
                Money.zero(ShownAmount.BASE),
                staged.sourceUpdatedAt().atZone(rules.zone()).toLocalDate(),
                new Plan.Hold(reasons),
                null);
        return new PlannedDocument(staged.id(), null, List.of(held));
    }
}
