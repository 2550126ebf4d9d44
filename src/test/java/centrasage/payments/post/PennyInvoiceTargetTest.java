package centrasage.payments.post;

import centrasage.flow.PostingKind;
import centrasage.flow.Target;
import centrasage.sage200.client.SageClients;
import centrasage.sage200.client.ledger.SalesDocumentContract;
import centrasage.sage200.ledger.EntryKind;
import java.io.IOException;

/** Invoices over pennies that are paid too much. */
class PennyInvoiceTargetTest extends SalesDocumentContract {
    PennyInvoiceTargetTest() throws IOException {
        super(new Of(PostingKind.PENNY_INVOICE, EntryKind.INVOICE, "10234/PENNIES-1", "PENNIES-1", "PENNIES_TAX_CODE"));
    }

    @Override
    protected Target target(SageClients clients) {
        return new PennyInvoiceTarget(clients.ledger(), clients.sites(), clients.dates());
    }
}
