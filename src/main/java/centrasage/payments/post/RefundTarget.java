package centrasage.payments.post;

import centrasage.flow.PostingKind;
import centrasage.sage200.client.SageLedger;
import centrasage.sage200.client.read.Banks;
import centrasage.sage200.client.read.SiteReader;
import centrasage.sage200.client.read.TransactionDates;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Sage 200's payments to customers: money that a payment provider has given back. */
@ApplicationScoped
public class RefundTarget extends MoneyTarget {
    RefundTarget() {}

    @Inject
    public RefundTarget(SageLedger ledger, SiteReader sites, Banks banks, TransactionDates dates) {
        super(ledger, sites, banks, dates);
    }

    @Override
    public PostingKind kind() {
        return PostingKind.CUSTOMER_REFUND;
    }
}
