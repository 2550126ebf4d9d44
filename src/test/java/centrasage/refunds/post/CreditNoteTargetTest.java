package centrasage.refunds.post;

import centrasage.flow.PostingKind;
import centrasage.flow.Target;
import centrasage.sage200.client.SageClients;
import centrasage.sage200.client.ledger.SalesDocumentContract;
import centrasage.sage200.ledger.EntryKind;
import java.io.IOException;

/** Credit notes of returns. */
class CreditNoteTargetTest extends SalesDocumentContract {
    CreditNoteTargetTest() throws IOException {
        super(new Of(PostingKind.CREDIT_NOTE, EntryKind.CREDIT_NOTE, "10234/R12", "RETURN-C", "CREDIT_TAX_CODE"));
    }

    @Override
    protected Target target(SageClients clients) {
        return new CreditNoteTarget(clients.ledger(), clients.returns(), clients.sites(), clients.dates());
    }
}
