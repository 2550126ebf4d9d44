package centrasage.dispatch.post;

import centrasage.flow.PostingKind;
import centrasage.flow.Target;
import centrasage.sage200.client.SageClients;
import centrasage.sage200.client.ledger.SalesDocumentContract;
import centrasage.sage200.ledger.EntryKind;
import java.io.IOException;

/** Invoices of shipments. */
class LedgerInvoiceTargetTest extends SalesDocumentContract {
    LedgerInvoiceTargetTest() throws IOException {
        super(new Of(PostingKind.LEDGER_INVOICE, EntryKind.INVOICE, "10234-1", "S-10234-1", "INVOICE_TAX_CODE"));
    }

    @Override
    protected Target target(SageClients clients) {
        return new LedgerInvoiceTarget(clients.ledger(), clients.sites(), clients.dates());
    }
}
