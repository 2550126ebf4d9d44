package centrasage.payments.allocate;

import centrasage.flow.PostingKind;
import centrasage.sage200.ledger.EntryKind;
import java.util.Map;

/** The postings that are entries of a customer account. */
final class EntryPostings {
    static final Map<PostingKind, EntryKind> KINDS = Map.of(
            PostingKind.LEDGER_INVOICE, EntryKind.INVOICE,
            PostingKind.RECEIPT, EntryKind.RECEIPT,
            PostingKind.CREDIT_NOTE, EntryKind.CREDIT_NOTE,
            PostingKind.CUSTOMER_REFUND, EntryKind.PAYMENT,
            PostingKind.PENNY_CREDIT, EntryKind.CREDIT_NOTE,
            PostingKind.PENNY_INVOICE, EntryKind.INVOICE);

    private EntryPostings() {}
}
