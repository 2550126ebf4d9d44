package centrasage.payments.post;

import centrasage.flow.PostingKind;
import centrasage.sage200.client.SageLedger;
import centrasage.sage200.client.ledger.SalesDocumentTarget;
import centrasage.sage200.client.read.SiteReader;
import centrasage.sage200.client.read.TransactionDates;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Credit notes of Sage 200 over pennies that a customer still owes because of rounding. */
@ApplicationScoped
public class PennyCreditTarget extends SalesDocumentTarget {
    PennyCreditTarget() {}

    @Inject
    public PennyCreditTarget(SageLedger ledger, SiteReader sites, TransactionDates dates) {
        super(ledger, sites, dates, "PENNIES_TAX_CODE");
    }

    @Override
    public PostingKind kind() {
        return PostingKind.PENNY_CREDIT;
    }
}
