package centrasage.refunds.post;

import centrasage.flow.PostingKind;
import centrasage.sage200.client.SageLedger;
import centrasage.sage200.client.ledger.SalesDocumentTarget;
import centrasage.sage200.client.read.SiteReader;
import centrasage.sage200.client.read.TransactionDates;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Sage 200's credit notes, with the VAT that Centra gave back. */
@ApplicationScoped
public class CreditNoteTarget extends SalesDocumentTarget {
    CreditNoteTarget() {}

    @Inject
    public CreditNoteTarget(SageLedger ledger, SiteReader sites, TransactionDates dates) {
        super(ledger, sites, dates, "CREDIT_TAX_CODE");
    }

    @Override
    public PostingKind kind() {
        return PostingKind.CREDIT_NOTE;
    }
}
