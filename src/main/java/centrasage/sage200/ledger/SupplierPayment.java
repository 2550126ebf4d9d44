package centrasage.sage200.ledger;

import centrasage.money.Money;
import java.time.LocalDate;

/**
 * Money that leaves a cash-book bank for a supplier account, or comes back from one: in codes.
 *
 * @param supplier the account's reference, 8 characters at most; its currency is the payment's
 * @param bank the code of the bank, of the same currency
 * @param reference 20 characters at most
 * @param secondReference unique for the payment, 20 characters at most
 * @param value above zero
 * @param narrative what people here read of it: Sage has no place for it
 */
public record SupplierPayment(
        Way way,
        String company,
        String supplier,
        String bank,
        String reference,
        String secondReference,
        LocalDate date,
        Money value,
        String narrative) {

    /** Whether a row of this second reference would be this one. */
    public boolean isKeyedBy(String second) {
        return PaymentReference.isSame(secondReference, second);
    }

    /** Sage's names are those of its resources. */
    public enum Way {
        /** Out of the bank. */
        PAYMENT("purchase_payments"),
        /** Into the bank. */
        RECEIPT("purchase_receipts");

        private final String resource;

        Way(String resource) {
            this.resource = resource;
        }

        public String resource() {
            return resource;
        }
    }
}
