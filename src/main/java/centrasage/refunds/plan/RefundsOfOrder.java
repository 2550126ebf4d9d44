package centrasage.refunds.plan;

import centrasage.centra.OrderPayments;
import centrasage.centra.OrderPayments.Entry;
import centrasage.flow.Plan;
import centrasage.mapping.Mappings;
import centrasage.money.Money;
import centrasage.refunds.RefundRules;
import centrasage.sync.plans.Planning;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The refunds of one order that are for no return, planned together: what one of them takes is not left for the next. */
final class RefundsOfOrder {
    private final OrderPayments payments;
    private final OtherCredits others;
    private final Situation order;
    private final RefundsDue refunds;
    private final Map<Long, BigDecimal> due;

    /** @param order what its refunds are planned in, whatever day each of them has */
    RefundsOfOrder(OrderPayments payments, OtherCredits others, Situation order, RefundRules rules) {
        this.payments = payments;
        this.others = others;
        this.order = order;
        this.refunds = new RefundsDue(payments, rules.money());
        this.due = refunds.due(invoiced(), returned(), sent());
    }

    private BigDecimal invoiced() {
        return order.invoiced().stream()
                .filter(this::isOfItsCurrency)
                .map(Money::amount)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private Map<Long, BigDecimal> returned() {
        Map<Long, BigDecimal> returned = new TreeMap<>();
        others.ofReturns().forEach((id, credited) -> {
            if (isOfItsCurrency(credited)) {
                returned.put(id, credited.amount());
            }
        });
        return returned;
    }

    private Map<Long, BigDecimal> sent() {
        Map<Long, BigDecimal> sent = new TreeMap<>();
        refunds.refunds().forEach(refund -> {
            Money value = others.sent().get(name(refund));
            if (value != null) {
                sent.put(refund.id(), value.amount());
            }
        });
        return sent;
    }

    private boolean isOfItsCurrency(Money money) {
        return money.currency().getCurrencyCode().equals(payments.currency());
    }

    /** What was decided of one of them. */
    record Decided(Entry refund, BigDecimal due, Plan plan) {}

    List<Decided> plans(GoodwillPlanner planner, Mappings mappings) {
        List<Decided> decided = new ArrayList<>();
        Map<String, Money> taken = new TreeMap<>(others.sent());
        for (Entry refund : refunds.refunds()) {
            Situation now = order.besides(planner.date(refund), credited(refund, taken));
            Plan plan = plan(planner, refund, now, mappings);
            if (plan instanceof Plan.Post post) {
                taken.putIfAbsent(name(refund), post.command().amount());
            }
            decided.add(new Decided(refund, due(refund), plan));
        }
        return decided;
    }

    private BigDecimal due(Entry refund) {
        return due.getOrDefault(refund.id(), BigDecimal.ZERO);
    }

    private List<Money> credited(Entry but, Map<String, Money> taken) {
        return Stream.concat(
                        others.underWay().stream(),
                        taken.entrySet().stream()
                                .filter(each -> !each.getKey().equals(name(but)))
                                .map(Map.Entry::getValue))
                .toList();
    }

    /** A fault of ours with one refund must not keep all the others waiting. */
    private Plan plan(GoodwillPlanner planner, Entry refund, Situation now, Mappings mappings) {
        if (others.sent().containsKey(name(refund)) && refunds.hasComeBack(refund)) {
            return new Plan.Skip(new RefundReasons(payments, refund).cameBack());
        }
        return Planning.safely(
                "Refund " + name(refund),
                "enter its credit note in Sage 200 by hand",
                () -> planner.plan(payments, refund, due(refund), now, mappings));
    }

    private String name(Entry refund) {
        return GoodwillPlanner.sourceKey(payments, refund);
    }
}
