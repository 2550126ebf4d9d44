package centrasage.desk;

import centrasage.flow.event.PostingChanged;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;

/** Closes what was told not to have been collected as soon as it is here and planned, in whichever company and however it was. */
@ApplicationScoped
class Collected {
    private Register register;

    @SuppressWarnings("NullAway.Init")
    Collected() {}

    @Inject
    Collected(Register register) {
        this.register = register;
    }

    /** What is recorded for the first time has been nothing else before. */
    void changed(@Observes PostingChanged change) {
        boolean isOfCentra = switch (change.key().kind()) {
            case ORDER, DESPATCH, LEDGER_INVOICE, RECEIPT, CREDIT_NOTE, CUSTOMER_REFUND -> true;
            case ORDER_CORRECTION,
                    ORDER_AMENDMENT,
                    DESPATCH_TRACKING,
                    GIFT_CARD,
                    PENNY_CREDIT,
                    PENNY_INVOICE,
                    ALLOCATION,
                    CURRENCY_TRANSFER,
                    SETTLEMENT_CHARGE,
                    PAYOUT,
                    SUPPLIER_PAYMENT,
                    CENTRA_SHIPMENT,
                    CENTRA_GOOD_TO_GO,
                    CENTRA_CAPTURE,
                    CENTRA_COMPLETION -> false;
        };
        if (isOfCentra && change.from() == change.to()) {
            register.close(
                    BusinessException.Kind.NOT_COLLECTED,
                    change.key().sourceKey(),
                    "it is here, and is " + change.to() + " now");
        }
    }
}
