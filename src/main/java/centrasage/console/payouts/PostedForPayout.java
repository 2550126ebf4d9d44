package centrasage.console.payouts;

import centrasage.flow.Command;
import centrasage.flow.PostingKind;
import centrasage.sage200.ledger.BankEntry;
import centrasage.sage200.ledger.BankEntryJson;
import centrasage.sage200.ledger.BankTransfer;
import centrasage.sage200.ledger.BankTransferJson;
import centrasage.sage200.ledger.SupplierPayment;
import centrasage.sage200.ledger.SupplierPaymentJson;
import centrasage.settlements.plan.BatchPostings;
import centrasage.settlements.store.SettlementBatch;
import centrasage.sync.store.PostedDocuments;
import centrasage.sync.store.Posting;
import centrasage.sync.store.Postings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;

/** What is posted to Sage for a payout, with the accounts that it moves. */
@ApplicationScoped
class PostedForPayout {
    private static final Logger LOG = Logger.getLogger(PostedForPayout.class.getName());

    private Postings postings;
    private PostedDocuments documents;
    private PayoutWords words;

    @SuppressWarnings("NullAway.Init")
    PostedForPayout() {}

    @Inject
    PostedForPayout(Postings postings, PostedDocuments documents, PayoutWords words) {
        this.postings = postings;
        this.documents = documents;
        this.words = words;
    }

    List<Posting> of(SettlementBatch batch) {
        return batch.company().isEmpty() ? List.of() : BatchPostings.of(postings, batch);
    }

    /** @param some not too many: the document of each is read by itself */
    List<PostedRow> rows(SettlementBatch batch, List<Posting> some) {
        return some.stream()
                .map(posting -> new PostedRow(
                        posting, words.posting(BatchPostings.name(batch.key(), posting.key())), account(posting)))
                .toList();
    }

    private String account(Posting posting) {
        return documents
                .command(posting.id())
                .filter(command -> !command.document().equals(Command.ERASED))
                .map(command -> account(posting.key().kind(), command.document()))
                .orElse("");
    }

    /** One of an older form says nothing, and is shown without. */
    private static String account(PostingKind kind, String document) {
        try {
            return switch (kind) {
                case PAYOUT, CURRENCY_TRANSFER -> transfer(BankTransferJson.read(document));
                case SUPPLIER_PAYMENT -> supplier(SupplierPaymentJson.read(document));
                default -> entry(BankEntryJson.read(document));
            };
        } catch (IllegalArgumentException | IllegalStateException e) {
            LOG.log(Level.FINE, "the document of a posting is of another form", e);
            return "";
        }
    }

    private static String transfer(BankTransfer transfer) {
        String difference = transfer.difference();
        return transfer.from() + " to " + transfer.to()
                + (difference == null ? "" : ", exchange differences to nominal " + difference);
    }

    private static String supplier(SupplierPayment payment) {
        return payment.way() == SupplierPayment.Way.PAYMENT
                ? payment.bank() + " to supplier " + payment.supplier()
                : "Supplier " + payment.supplier() + " to " + payment.bank();
    }

    private static String entry(BankEntry entry) {
        String vat = entry.tax().isZero() ? "" : ", with VAT of " + entry.tax();
        return (entry.way() == BankEntry.Way.PAYMENT
                        ? entry.bank() + " to nominal " + entry.nominal()
                        : "Nominal " + entry.nominal() + " to " + entry.bank())
                + vat;
    }
}
