package centrasage.payments.invoice;

import centrasage.flow.OrderName;
import centrasage.flow.event.SystemFinding;
import centrasage.sync.database.Atomic;
import centrasage.sync.ledger.CreditedReturns;
import centrasage.sync.ledger.Invoice;
import centrasage.sync.ledger.Invoices;
import centrasage.sync.ledger.OpenItem;
import centrasage.sync.posting.Store;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.util.List;
import java.util.stream.Stream;

/** Keeps what a page of invoices came to, and tells people of what is not taken. */
@ApplicationScoped
class TakeInvoices {
    private Invoices invoices;
    private CreditedReturns credited;
    private Store store;
    private Event<SystemFinding> findings;

    @SuppressWarnings("NullAway.Init")
    TakeInvoices() {}

    @Inject
    TakeInvoices(Invoices invoices, CreditedReturns credited, Store store, Event<SystemFinding> findings) {
        this.invoices = invoices;
        this.credited = credited;
        this.store = store;
        this.findings = findings;
    }

    /**
     * Some of them, all or none. Whoever plans something of these orders at the same time waits, or is waited for: so that either the plan
     * sees the invoices, or what waits for them is there to be planned again.
     *
     * @return how many were not known yet
     */
    @Atomic(alone = true)
    public int take(List<Invoice> some) {
        if (some.isEmpty()) {
            return 0;
        }
        lock(some.stream().map(Invoice::object));
        return invoices.saw(some);
    }

    /** As {@link #take}, of what users of Sage have credited of sales returns. */
    @Atomic(alone = true)
    public int takeCredits(List<OpenItem> some) {
        if (some.isEmpty()) {
            return 0;
        }
        lock(some.stream().map(OpenItem::object));
        return credited.saw(some);
    }

    private void lock(Stream<String> objects) {
        store.lock(objects.map(OrderName::ofObject)
                .flatMap(name -> OrderName.number(name).stream())
                .distinct()
                .toList());
    }

    @Atomic(alone = true)
    public void tell(List<SystemFinding> unclear) {
        unclear.forEach(findings::fire);
    }
}
