package centrasage.refunds.post;

import centrasage.flow.Outcome;
import centrasage.flow.PostingKind;
import centrasage.flow.Reason;
import centrasage.flow.TargetUnavailable;
import centrasage.sage200.Site;
import centrasage.sage200.client.SageLedger;
import centrasage.sage200.client.ledger.LedgerTarget;
import centrasage.sage200.client.read.SiteReader;
import centrasage.sage200.client.read.TransactionDates;
import centrasage.sage200.ledger.SalesDocument;
import centrasage.sage200.ledger.SalesDocumentJson;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;

/** Sage 200's credit notes, with the VAT that Centra gave back. */
@ApplicationScoped
public class CreditNoteTarget extends LedgerTarget<SalesDocument> {
    CreditNoteTarget() {}

    @Inject
    public CreditNoteTarget(SageLedger ledger, SiteReader sites, TransactionDates dates) {
        super(ledger, sites, dates);
    }

    @Override
    public PostingKind kind() {
        return PostingKind.CREDIT_NOTE;
    }

    @Override
    protected SalesDocument read(String document) {
        return SalesDocumentJson.read(document);
    }

    @Override
    protected List<Reason> missing(SalesDocument document, Site site) {
        return document.taxes().stream()
                .map(SalesDocument.TaxShare::taxCode)
                .filter(code -> !site.taxCodes().containsKey(code))
                .map(code -> reason(
                        "CREDIT_TAX_CODE",
                        document,
                        "has no tax code " + code + " any more",
                        "Create the tax code in Sage 200 again"))
                .toList();
    }

    @Override
    protected Outcome post(SalesDocument document, Site site, Site.Customer customer) throws TargetUnavailable {
        Optional<Outcome> outcome = ledger().post(document, customer.id(), site.taxCodes());
        return outcome.isPresent() ? outcome.get() : parked(document, site);
    }
}
