package centrasage.refunds.plan;

import centrasage.flow.PaymentNumber;
import centrasage.flow.PostingKey;
import centrasage.refunds.intake.CollectRefunds;
import centrasage.refunds.intake.CollectReturns;
import centrasage.sync.staging.Staging;

/** What a credit note is for: a return, or a refund without one. */
record CreditSource(PostingKey credit) {

    /** The refunds of an order are one document, and are planned together. */
    void planAgain(Staging staging) {
        String key = credit.sourceKey();
        if (PaymentNumber.is(key)) {
            staging.planAgain(CollectRefunds.KIND, PaymentNumber.order(key));
        } else {
            staging.planAgain(CollectReturns.KIND, key);
        }
    }
}
