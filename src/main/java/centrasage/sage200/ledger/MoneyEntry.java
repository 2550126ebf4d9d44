package centrasage.sage200.ledger;

import centrasage.money.Money;
import java.time.LocalDate;

/**
 * Money that a payment provider has taken or given back, as a receipt or a payment of a customer account: in codes, as {@link
 * centrasage.sage200.NewSalesOrder} is.
 *
 * @param kind {@link EntryKind#RECEIPT} into the clearing bank, or {@link EntryKind#PAYMENT} out of it
 * @param bank the code of the clearing bank, 8 characters at most; its currency is the account's
 * @param provider the payment provider's whole reference of it, which Sage has no place for and settlement files name; empty where there is
 *     none
 */
public record MoneyEntry(
        EntryKind kind,
        String company,
        String customer,
        String bank,
        String reference,
        String secondReference,
        LocalDate date,
        Money value,
        String provider)
        implements NewEntry {
    /** Of which the provider has no reference. */
    public MoneyEntry(
            EntryKind kind,
            String company,
            String customer,
            String bank,
            String reference,
            String secondReference,
            LocalDate date,
            Money value) {
        this(kind, company, customer, bank, reference, secondReference, date, value, "");
    }

    @Override
    public boolean isKeyedBy(String second) {
        return PaymentReference.isSame(secondReference, second);
    }
}
