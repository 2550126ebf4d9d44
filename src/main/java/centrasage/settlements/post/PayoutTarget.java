package centrasage.settlements.post;

import centrasage.flow.PostingKind;
import centrasage.sage200.client.SageCashBook;
import centrasage.sage200.client.read.Banks;
import centrasage.sage200.client.read.TransactionDates;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** What a payment provider has paid to the bank, and what went back from there. */
@ApplicationScoped
public class PayoutTarget extends TransferTarget {
    PayoutTarget() {}

    @Inject
    public PayoutTarget(SageCashBook cashBook, Banks banks, TransactionDates dates) {
        super(cashBook, banks, dates);
    }

    @Override
    public PostingKind kind() {
        return PostingKind.PAYOUT;
    }
}
