package centrasage.payments.allocate;

import centrasage.flow.PostingState;
import centrasage.flow.event.InvoiceSeen;
import centrasage.flow.event.PostingChanged;
import centrasage.sync.ledger.AllocationsDue;
import centrasage.sync.store.Postings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;

/** Notes, in the transaction of the change, that an order has another entry on its customer account. */
@ApplicationScoped
class AllocationWatch {
    private AllocationsDue due;
    private Postings postings;

    @SuppressWarnings("NullAway.Init")
    AllocationWatch() {}

    @Inject
    AllocationWatch(AllocationsDue due, Postings postings) {
        this.due = due;
        this.postings = postings;
    }

    void changed(@Observes PostingChanged change) {
        if (change.to() == PostingState.POSTED
                && change.from() != change.to()
                && PlanAllocations.KINDS.containsKey(change.key().kind())) {
            postings.get(change.postingId()).ifPresent(posting -> due.add(posting.object()));
        }
    }

    void seen(@Observes InvoiceSeen invoice) {
        due.add(invoice.object());
    }
}
