package centrasage.settlements.post;

import centrasage.flow.PostingKind;
import centrasage.sage200.client.SageCashBook;
import centrasage.sage200.client.read.Banks;
import centrasage.sage200.client.read.TransactionDates;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** What a payment provider has exchanged, between the clearing banks of two currencies. */
@ApplicationScoped
public class CurrencyTarget extends TransferTarget {
    CurrencyTarget() {}

    @Inject
    public CurrencyTarget(SageCashBook cashBook, Banks banks, TransactionDates dates) {
        super(cashBook, banks, dates);
    }

    @Override
    public PostingKind kind() {
        return PostingKind.CURRENCY_TRANSFER;
    }
}
