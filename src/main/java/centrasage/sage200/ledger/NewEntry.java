package centrasage.sage200.ledger;

import centrasage.money.Money;
import java.time.LocalDate;

/** A new transaction of a customer account: found again by both its references, and never changed once it is posted. */
public interface NewEntry {

    EntryKind kind();

    /** The number sent as {@code X-Company}. */
    String company();

    /** The customer account's reference; its currency is the transaction's. */
    String customer();

    /** Of the order: {@code C} and Centra's order number, 20 characters at most. */
    String reference();

    /** Unique for the transaction, 20 characters at most. */
    String secondReference();

    /** Whether a transaction of this second reference would be this one; Sage does not see case. */
    default boolean isKeyedBy(String second) {
        return secondReference().equalsIgnoreCase(second);
    }

    LocalDate date();

    /** With its VAT; more than zero. */
    Money value();
}
