package centrasage.reconcile.worklist;

import centrasage.flow.TargetUnavailable;
import centrasage.sage200.PrintedInvoice;
import centrasage.sage200.client.PrintedInvoices;
import centrasage.sync.store.Posting;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/** The invoices of orders of ours that were printed and are not in the sales ledger, as Sage 200 says it now. */
@ApplicationScoped
class PendingInvoices {
    private PrintedInvoices sage;
    private KnownOrders known;

    @SuppressWarnings("NullAway.Init")
    PendingInvoices() {}

    @Inject
    PendingInvoices(PrintedInvoices sage, KnownOrders known) {
        this.sage = sage;
        this.known = known;
    }

    List<WorkItem> list(String company, LocalDate since) throws TargetUnavailable {
        List<PrintedInvoice> invoices = sage.pending(company, since);
        Map<String, Posting> ours = known.of(
                company,
                invoices.stream()
                        .flatMap(invoice -> invoice.orders().stream())
                        .map(PrintedInvoice.Order::name)
                        .toList());
        List<WorkItem> items = new ArrayList<>();
        for (PrintedInvoice invoice : invoices) {
            List<Posting> orders = invoice.orders().stream()
                    .map(order -> ours.get(order.name().strip()))
                    .filter(Objects::nonNull)
                    .toList();
            if (!orders.isEmpty()) {
                items.add(item(invoice, orders));
            }
        }
        return items;
    }

    private static WorkItem item(PrintedInvoice invoice, List<Posting> orders) {
        return new WorkItem(
                orders.get(0).key().company(),
                orders.stream().map(order -> order.key().sourceKey()).distinct().collect(Collectors.joining(", ")),
                invoice.orders().stream()
                        .map(PrintedInvoice.Order::documentNo)
                        .distinct()
                        .collect(Collectors.joining(", ")),
                invoice.number(),
                DespatchedOrders.money(invoice.gross(), orders.get(0)),
                invoice.date());
    }
}
