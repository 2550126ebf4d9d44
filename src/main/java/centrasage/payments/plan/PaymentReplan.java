package centrasage.payments.plan;

import centrasage.centra.OrderPayments;
import centrasage.centra.OrderPaymentsJson;
import centrasage.centra.Parsed;
import centrasage.flow.Command;
import centrasage.flow.OrderStanding;
import centrasage.flow.Plan;
import centrasage.flow.PostingKind;
import centrasage.flow.PostingState;
import centrasage.mapping.Mappings;
import centrasage.money.Money;
import centrasage.payments.PaymentSettings;
import centrasage.sage200.SalesOrderJson;
import centrasage.sage200.ledger.MoneyEntryJson;
import centrasage.sync.plans.OrderStandings;
import centrasage.sync.plans.Planning;
import centrasage.sync.staging.Staged;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the step {@code plan} would make of the payments of a staged order by other mappings than those in force: the same planner, and
 * nothing is recorded.
 */
@ApplicationScoped
public class PaymentReplan {
    private MoneyPlanner planner;
    private OrderStandings orders;
    private OrderAccounts accounts;

    @SuppressWarnings("NullAway.Init")
    PaymentReplan() {}

    @Inject
    PaymentReplan(PaymentSettings settings, OrderStandings orders, OrderAccounts accounts) {
        this.planner = new MoneyPlanner(MoneyEntryJson::write, settings.rules());
        this.orders = orders;
        this.accounts = accounts;
    }

    /** The plan of one payment. */
    public record Planned(String sourceKey, PostingKind kind, Money amount, Plan plan) {}

    /**
     * @param order the command that its order would have by the same mappings; null where that is not known, or it would have none
     * @return none where nothing can be read, or its order is not known yet
     */
    public List<Planned> plans(Staged staged, @Nullable Command order, Mappings mappings) {
        Optional<OrderPayments> readable = staged.text()
                .map(OrderPaymentsJson::parse)
                .flatMap(parsed -> parsed instanceof Parsed.Readable<OrderPayments> found
                        ? Optional.of(found.document())
                        : Optional.empty());
        return readable.map(payments -> plans(payments, standing(payments.order(), order), order, mappings))
                .orElse(List.of());
    }

    /** An order that is not in the books would come to where its new plan has it. */
    private OrderStanding standing(long number, @Nullable Command order) {
        OrderStanding now = orders.of(number);
        boolean isFixed = now.state() != null
                && (now.state().wasPosted()
                        || now.state() == PostingState.SENDING
                        || now.state() == PostingState.IN_DOUBT);
        return order == null || isFixed ? now : new OrderStanding(order.key(), PostingState.PLANNED, List.of());
    }

    private List<Planned> plans(
            OrderPayments payments, OrderStanding standing, @Nullable Command order, Mappings mappings) {
        List<OrderPayments.Entry> money = planner.money(payments);
        if (standing.key() == null && !planner.isOfBefore(payments)) {
            return List.of();
        }
        Optional<String> account = order != null && standing.state() == PostingState.PLANNED
                ? Optional.of(SalesOrderJson.read(order.document()).customer())
                : accounts.of(standing);
        return money.stream()
                .map(entry -> new Planned(
                        MoneyPlanner.sourceKey(payments, entry),
                        MoneyPlanner.kind(entry),
                        MoneyPlanner.shown(entry),
                        Planning.safely(
                                "Payment " + MoneyPlanner.sourceKey(payments, entry),
                                "enter it in Sage 200 by hand",
                                () -> planner.plan(payments, entry, standing, account, mappings))))
                .toList();
    }
}
