package centrasage.payments.invoice;

import centrasage.flow.event.SystemFinding;
import centrasage.sync.database.Atomic;
import centrasage.sync.ledger.Invoices;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;

/** Keeps what a page of invoices came to, and tells people of what is not taken: all of it or nothing. */
@ApplicationScoped
class TakeInvoices {
    private Invoices invoices;
    private Event<SystemFinding> findings;

    @SuppressWarnings("NullAway.Init")
    TakeInvoices() {}

    @Inject
    TakeInvoices(Invoices invoices, Event<SystemFinding> findings) {
        this.invoices = invoices;
        this.findings = findings;
    }

    /** @return how many were not known yet */
    @Atomic(alone = true)
    public int take(Sorted page) {
        page.unclear().forEach(findings::fire);
        return invoices.saw(page.ours());
    }
}
