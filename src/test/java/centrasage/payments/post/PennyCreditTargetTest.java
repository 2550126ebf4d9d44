package centrasage.payments.post;

import centrasage.flow.PostingKind;
import centrasage.flow.Target;
import centrasage.sage200.client.SageClients;
import centrasage.sage200.client.ledger.SalesDocumentContract;
import centrasage.sage200.ledger.EntryKind;
import java.io.IOException;

/** Credit notes over pennies that are owed. */
class PennyCreditTargetTest extends SalesDocumentContract {
    PennyCreditTargetTest() throws IOException {
        super(new Of(
                PostingKind.PENNY_CREDIT, EntryKind.CREDIT_NOTE, "10234/PENNIES-1", "PENNIES-1", "PENNIES_TAX_CODE"));
    }

    @Override
    protected Target target(SageClients clients) {
        return new PennyCreditTarget(clients.ledger(), clients.sites(), clients.dates());
    }
}
