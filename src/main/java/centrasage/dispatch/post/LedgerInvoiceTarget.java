package centrasage.dispatch.post;

import centrasage.flow.PostingKind;
import centrasage.sage200.client.SageLedger;
import centrasage.sage200.client.ledger.SalesDocumentTarget;
import centrasage.sage200.client.read.SiteReader;
import centrasage.sage200.client.read.TransactionDates;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Sage 200's ledger invoices, one for each shipment of an order that is not posted itself. */
@ApplicationScoped
public class LedgerInvoiceTarget extends SalesDocumentTarget {
    LedgerInvoiceTarget() {}

    @Inject
    public LedgerInvoiceTarget(SageLedger ledger, SiteReader sites, TransactionDates dates) {
        super(ledger, sites, dates, "INVOICE_TAX_CODE");
    }

    @Override
    public PostingKind kind() {
        return PostingKind.LEDGER_INVOICE;
    }
}
