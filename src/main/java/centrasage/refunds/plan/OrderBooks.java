package centrasage.refunds.plan;

import centrasage.centra.OrderPayments;
import centrasage.centra.OrderPaymentsJson;
import centrasage.centra.OrderReturn;
import centrasage.flow.Command;
import centrasage.flow.OrderName;
import centrasage.flow.OrderStanding;
import centrasage.flow.PaymentNumber;
import centrasage.flow.PostingKey;
import centrasage.flow.PostingKind;
import centrasage.flow.PostingState;
import centrasage.money.Money;
import centrasage.refunds.intake.CollectRefunds;
import centrasage.sage200.NewSalesOrder;
import centrasage.sage200.SalesOrderJson;
import centrasage.sync.ledger.Invoice;
import centrasage.sync.ledger.Invoices;
import centrasage.sync.staging.Staged;
import centrasage.sync.staging.Staging;
import centrasage.sync.store.PostedDocuments;
import centrasage.sync.store.Posting;
import centrasage.sync.store.Postings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the store knows of one order's books: how it was posted, what Sage has invoiced of it, and what is credited already. */
@ApplicationScoped
class OrderBooks {
    private PostedDocuments posted;
    private Postings postings;
    private Invoices invoices;
    private Staging staging;

    @SuppressWarnings("NullAway.Init")
    OrderBooks() {}

    @Inject
    OrderBooks(PostedDocuments posted, Postings postings, Invoices invoices, Staging staging) {
        this.posted = posted;
        this.postings = postings;
        this.invoices = invoices;
        this.staging = staging;
    }

    /** The order as it was posted, or validated where its shipments are invoiced; empty where it is not, where its person was erased, and where what is stored cannot be read. */
    Optional<NewSalesOrder> sold(OrderStanding order) {
        PostingKey key = order.key();
        return key == null
                ? Optional.empty()
                : posted.known(key.company(), key.kind(), List.of(key.sourceKey())).values().stream()
                        .filter(posting -> posting.state() == PostingState.POSTED || order.isInvoicedByShipment())
                        .flatMap(posting -> posted.command(posting.id()).stream())
                        .filter(command -> !command.isErased())
                        .map(Command::document)
                        .flatMap(document -> read(document).stream())
                        .findFirst();
    }

    /** What an older version wrote down otherwise keeps no return from being planned. */
    private static Optional<NewSalesOrder> read(String document) {
        try {
            return Optional.of(SalesOrderJson.read(document));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    List<Money> invoiced(OrderStanding order) {
        PostingKey key = order.key();
        return key == null
                ? List.of()
                : invoices.of(object(key)).stream().map(Invoice::gross).toList();
    }

    /** The credit notes of the order but this one: those that are posted, may be, will be by themselves, or were settled by hand. */
    List<Money> credited(OrderStanding order, String but) {
        PostingKey key = order.key();
        return key == null
                ? List.of()
                : postings.ofObjects(List.of(object(key))).stream()
                        .filter(posting -> posting.key().kind() == PostingKind.CREDIT_NOTE)
                        .filter(posting -> !posting.key().sourceKey().equals(but))
                        .filter(posting -> OtherCredits.takes(posting.state()))
                        .map(Posting::amount)
                        .toList();
    }

    /** The credit notes of its refunds that are for no return. */
    List<Posting> refunds(OrderStanding order) {
        PostingKey key = order.key();
        return key == null
                ? List.of()
                : postings.ofObjects(List.of(object(key))).stream()
                        .filter(posting -> posting.key().kind() == PostingKind.CREDIT_NOTE)
                        .filter(posting -> PaymentNumber.is(posting.key().sourceKey()))
                        .toList();
    }

    /** All credit notes of the order, for refunds that are for no return. */
    OtherCredits credits(OrderStanding order) {
        PostingKey key = order.key();
        return key == null ? OtherCredits.NONE : OtherCredits.of(postings.ofObjects(List.of(object(key))));
    }

    /**
     * The credit note of a refund that names no return, and so may have been for this one: that of exactly its amount first. Empty where
     * there is none, and where the return has a refund of its own.
     */
    Optional<String> perhapsCredited(OrderStanding order, OrderReturn made) {
        return credits(order).sent().entrySet().stream()
                .min(Comparator.comparing((Map.Entry<String, Money> credit) ->
                                credit.getValue().amount().compareTo(made.total()) != 0)
                        .thenComparing(Map.Entry::getKey))
                .map(credit -> credit.getKey() + " of " + credit.getValue())
                .filter(credit -> !isPaidBack(made));
    }

    private boolean isPaidBack(OrderReturn made) {
        return staging.of(CollectRefunds.KIND, Long.toString(made.order())).stream()
                .findFirst()
                .flatMap(Staged::text)
                .map(OrderPaymentsJson::parse)
                .filter(parsed ->
                        parsed.match(readable -> hasRefund(readable.document(), made.id()), unreadable -> false))
                .isPresent();
    }

    private static boolean hasRefund(OrderPayments payments, long id) {
        return payments.entries().stream()
                .filter(OrderPayments.Entry::isRefund)
                .map(OrderPayments.Entry::ofReturn)
                .anyMatch(named -> named != null && named == id);
    }

    private static String object(PostingKey order) {
        return OrderName.object(order.company(), OrderName.of(order.sourceKey()));
    }
}
