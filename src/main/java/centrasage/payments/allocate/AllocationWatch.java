package centrasage.payments.allocate;

import centrasage.flow.PostingKind;
import centrasage.flow.PostingState;
import centrasage.flow.event.InvoiceSeen;
import centrasage.flow.event.PostingChanged;
import centrasage.sage200.SalesReturnId;
import centrasage.sage200.ledger.EntryKind;
import centrasage.sage200.ledger.NewAllocation;
import centrasage.sync.ledger.AllocationsDue;
import centrasage.sync.ledger.Invoice;
import centrasage.sync.ledger.Invoices;
import centrasage.sync.ledger.OpenItem;
import centrasage.sync.ledger.OpenItems;
import centrasage.sync.store.Posting;
import centrasage.sync.store.Postings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.Objects;

/** Keeps, in the transaction of each change, what is open on the account of an order, and that it is to be allocated. */
@ApplicationScoped
class AllocationWatch {
    private AllocationsDue due;
    private OpenItems items;
    private Invoices invoices;
    private Postings postings;

    @SuppressWarnings("NullAway.Init")
    AllocationWatch() {}

    @Inject
    AllocationWatch(AllocationsDue due, OpenItems items, Invoices invoices, Postings postings) {
        this.due = due;
        this.items = items;
        this.invoices = invoices;
        this.postings = postings;
    }

    void changed(@Observes PostingChanged change) {
        if (change.to() == PostingState.POSTED && change.from() != change.to()) {
            EntryKind kind = EntryPostings.KINDS.get(change.key().kind());
            if (kind != null) {
                postings.get(change.postingId())
                        .filter(posting -> !SalesReturnId.is(posting.targetId()))
                        .ifPresent(posting -> posted(kind, posting));
            }
            if (change.key().kind() == PostingKind.ALLOCATION) {
                postings.get(change.postingId()).ifPresent(this::allocated);
            }
        }
    }

    private void posted(EntryKind kind, Posting posting) {
        items.add(new OpenItem(
                posting.key().company(),
                posting.object(),
                kind.name(),
                Objects.requireNonNull(posting.targetNumber(), "what is posted has its number"),
                posting.businessDate(),
                posting.amount()));
        due.add(posting.object());
    }

    private void allocated(Posting posting) {
        NewAllocation allocation = NewAllocation.of(posting.key(), posting.amount(), posting.businessDate());
        items.allocated(allocation.company(), allocation.credit(), allocation.debit(), allocation.value());
    }

    void seen(@Observes InvoiceSeen seen) {
        invoices.of(seen.object()).forEach(invoice -> items.add(item(invoice)));
        due.add(seen.object());
    }

    /** One that comes to less than nothing, because a voucher is billed with a parcel that is worth less, is owed to the customer. */
    private static OpenItem item(Invoice invoice) {
        EntryKind kind = invoice.gross().isNegative() ? EntryKind.CREDIT_NOTE : EntryKind.INVOICE;
        return new OpenItem(
                invoice.company(),
                invoice.object(),
                kind.name(),
                invoice.urn(),
                invoice.date(),
                invoice.gross().abs());
    }
}
