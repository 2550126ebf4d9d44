package centrasage.payments.post;

import centrasage.flow.PostingKind;
import centrasage.sage200.client.SageLedger;
import centrasage.sage200.client.read.Banks;
import centrasage.sage200.client.read.SiteReader;
import centrasage.sage200.client.read.TransactionDates;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Sage 200's receipts: money that a payment provider has taken. */
@ApplicationScoped
public class ReceiptTarget extends MoneyTarget {
    ReceiptTarget() {}

    @Inject
    public ReceiptTarget(SageLedger ledger, SiteReader sites, Banks banks, TransactionDates dates) {
        super(ledger, sites, banks, dates);
    }

    @Override
    public PostingKind kind() {
        return PostingKind.RECEIPT;
    }
}
