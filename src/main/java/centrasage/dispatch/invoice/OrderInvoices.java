package centrasage.dispatch.invoice;

import centrasage.flow.Command;
import centrasage.flow.OrderName;
import centrasage.flow.OrderStanding;
import centrasage.flow.PostingKey;
import centrasage.flow.PostingKind;
import centrasage.flow.PostingState;
import centrasage.sage200.ledger.InvoicedOrder;
import centrasage.sage200.ledger.InvoicedOrderJson;
import centrasage.sync.store.PostedDocuments;
import centrasage.sync.store.Posting;
import centrasage.sync.store.Postings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** What the store knows of the invoices of one order: how it was validated, and which of its shipments are invoiced. */
@ApplicationScoped
public class OrderInvoices {
    private PostedDocuments documents;
    private Postings postings;

    @SuppressWarnings("NullAway.Init")
    OrderInvoices() {}

    @Inject
    public OrderInvoices(PostedDocuments documents, Postings postings) {
        this.documents = documents;
        this.postings = postings;
    }

    /** @param but the shipment that is to be invoiced */
    public Sold of(OrderStanding order, String but) {
        PostingKey key = order.key();
        if (key == null || !order.isInvoicedByShipment()) {
            return new Sold(null, List.of(), List.of());
        }
        List<ShipmentInvoice> before = new ArrayList<>();
        List<String> byHand = new ArrayList<>();
        for (Posting other : others(key, but)) {
            Optional<ShipmentInvoice> invoice = read(other, ShipmentInvoiceJson::read);
            invoice.ifPresentOrElse(before::add, () -> byHand.add(other.key().sourceKey()));
        }
        return new Sold(order(key).orElse(null), before, byHand);
    }

    /** What this shipment was invoiced as, or may have been; empty where it can still be planned. */
    public Optional<Command> sent(PostingKey invoice) {
        return documents.known(invoice.company(), invoice.kind(), List.of(invoice.sourceKey())).values().stream()
                .filter(posting -> posting.state().mayHaveBeenSent())
                .flatMap(posting -> documents.command(posting.id()).stream())
                .findFirst();
    }

    private Optional<InvoicedOrder> order(PostingKey key) {
        return documents.known(key.company(), key.kind(), List.of(key.sourceKey())).values().stream()
                .flatMap(posting -> read(posting, InvoicedOrderJson::read).stream())
                .findFirst();
    }

    private List<Posting> others(PostingKey order, String but) {
        String object = OrderName.object(order.company(), OrderName.of(order.sourceKey()));
        return postings.ofObjects(List.of(object)).stream()
                .filter(posting -> posting.key().kind() == PostingKind.LEDGER_INVOICE)
                .filter(posting -> !posting.key().sourceKey().equals(but))
                .filter(OrderInvoices::isInvoiced)
                .toList();
    }

    private static boolean isInvoiced(Posting posting) {
        return posting.state() == PostingState.POSTED
                || posting.state() == PostingState.ABANDONED
                || posting.state().isUnfinished();
    }

    /** Empty where its person was erased, nothing was decided, or an older version wrote it down otherwise. */
    private <T> Optional<T> read(Posting posting, Function<String, T> reader) {
        return documents
                .command(posting.id())
                .filter(command -> !command.isErased())
                .flatMap(command -> {
                    try {
                        return Optional.of(reader.apply(command.document()));
                    } catch (IllegalArgumentException e) {
                        return Optional.empty();
                    }
                });
    }
}
