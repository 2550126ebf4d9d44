package centrasage.sage200.client.ledger;

import centrasage.flow.Outcome;
import centrasage.flow.Reason;
import centrasage.flow.TargetUnavailable;
import centrasage.sage200.Site;
import centrasage.sage200.client.SageLedger;
import centrasage.sage200.client.read.SiteReader;
import centrasage.sage200.client.read.TransactionDates;
import centrasage.sage200.ledger.SalesDocument;
import centrasage.sage200.ledger.SalesDocumentJson;
import java.util.List;
import java.util.Optional;

/** Ledger invoices and credit notes, with the VAT that Centra charged or gave back. */
public abstract class SalesDocumentTarget extends LedgerTarget<SalesDocument> {
    private String noTaxCode;

    @SuppressWarnings("NullAway.Init")
    protected SalesDocumentTarget() {}

    /** @param noTaxCode the code of the reason when Sage has lost a tax code */
    protected SalesDocumentTarget(SageLedger ledger, SiteReader sites, TransactionDates dates, String noTaxCode) {
        super(ledger, sites, dates);
        this.noTaxCode = noTaxCode;
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
                        noTaxCode,
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
