package centrasage.sage200.ledger;

import centrasage.money.Money;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Money that leaves a cash-book bank for a nominal account, or comes from one: in codes.
 *
 * @param bank the code of the bank, 8 characters at most; its currency is the entry's
 * @param reference 20 characters at most
 * @param secondReference unique for the entry in its bank, 20 characters at most
 * @param value above zero, VAT included
 * @param tax the VAT in it; zero where it has none
 * @param nominal the account, or {@code account/cost centre/department}
 * @param taxCode one that keeps the entry off the VAT return where it has no VAT; never left to Sage's default
 * @param rate between the bank's currency and the company's own, as Sage says it; null is Sage's own of the day
 * @param narrative what people read beside it
 */
public record BankEntry(
        Way way,
        String company,
        String bank,
        String reference,
        String secondReference,
        LocalDate date,
        Money value,
        Money tax,
        String nominal,
        int taxCode,
        @Nullable BigDecimal rate,
        String narrative) {

    /** Without VAT, at Sage's own rate. */
    public BankEntry(
            Way way,
            String company,
            String bank,
            String reference,
            String secondReference,
            LocalDate date,
            Money value,
            String nominal,
            int taxCode,
            String narrative) {
        this(
                way,
                company,
                bank,
                reference,
                secondReference,
                date,
                value,
                Money.zero(value.currency()),
                nominal,
                taxCode,
                null,
                narrative);
    }

    /** Whether a row of this second reference would be this one. */
    public boolean isKeyedBy(String second) {
        return PaymentReference.isSame(secondReference, second);
    }

    /** Sage's names are those of its resources. */
    public enum Way {
        /** Out of the bank. */
        PAYMENT("bank_payment"),
        /** Into the bank. */
        RECEIPT("bank_receipt");

        private final String resource;

        Way(String resource) {
            this.resource = resource;
        }

        public String resource() {
            return resource;
        }
    }
}
