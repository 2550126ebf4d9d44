package centrasage.reconcile.worklist;

import centrasage.flow.TargetUnavailable;
import centrasage.money.Money;
import centrasage.sage200.BilledOrder;
import centrasage.sage200.DespatchedLine;
import centrasage.sage200.client.SageBilling;
import centrasage.sage200.client.read.SiteReader;
import centrasage.sync.store.Posting;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The orders of ours of which something left the warehouse and is not invoiced, as Sage 200 says it now. */
@ApplicationScoped
class DespatchedOrders {
    private SageBilling sage;
    private SiteReader sites;
    private KnownOrders known;

    @SuppressWarnings("NullAway.Init")
    DespatchedOrders() {}

    @Inject
    DespatchedOrders(SageBilling sage, SiteReader sites, KnownOrders known) {
        this.sage = sage;
        this.sites = sites;
        this.known = known;
    }

    /** @param since how old a despatch may be where Sage cannot be asked for what is not invoiced */
    List<WorkItem> list(String company, LocalDate since) throws TargetUnavailable {
        Map<String, List<DespatchedLine>> waiting = sage.notInvoiced(company, since).stream()
                .collect(Collectors.groupingBy(
                        DespatchedLine::order,
                        () -> new TreeMap<>(String.CASE_INSENSITIVE_ORDER),
                        Collectors.toList()));
        Map<String, Posting> ours = known.of(company, waiting.keySet());
        Map<String, List<BilledOrder>> orders = ours.isEmpty()
                ? Map.of()
                : sage.orders(company, sites.read(company).pricesIncludeTax(), ours.keySet());
        List<WorkItem> items = new ArrayList<>();
        ours.forEach((name, posting) -> {
            List<DespatchedLine> lines = waiting.getOrDefault(name, List.of());
            orders.getOrDefault(name, List.of()).stream()
                    .filter(BilledOrder::isLive)
                    .filter(order -> order.toInvoice().signum() > 0)
                    .map(order -> item(posting, order, lines))
                    .forEach(items::add);
        });
        return items;
    }

    private static WorkItem item(Posting posting, BilledOrder order, List<DespatchedLine> lines) {
        return new WorkItem(
                posting.key().company(),
                posting.key().sourceKey(),
                order.documentNo(),
                lines.stream().map(DespatchedLine::despatch).distinct().sorted().collect(Collectors.joining(", ")),
                money(order.toInvoice(), posting),
                lines.stream()
                        .map(DespatchedLine::date)
                        .min(Comparator.naturalOrder())
                        .orElse(posting.businessDate()));
    }

    /** The account of an order is kept in the order's currency. */
    static Money money(BigDecimal amount, Posting order) {
        return Money.rounded(amount, order.amount().currency(), RoundingMode.HALF_UP);
    }
}
