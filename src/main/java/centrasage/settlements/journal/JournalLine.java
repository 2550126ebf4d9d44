package centrasage.settlements.journal;

import centrasage.money.Money;
import centrasage.sage200.ledger.NominalAccount;

/**
 * A line of a journal.
 *
 * @param value in the company's own currency; a credit is below zero
 * @param askedFor the account that was meant, where Sage 200 has none of its codes and this is the suspense account; else empty
 */
public record JournalLine(NominalAccount account, Money value, String narrative, String askedFor) {
    public Money debit() {
        return value.isNegative() ? Money.zero(value.currency()) : value;
    }

    public Money credit() {
        return value.isNegative() ? value.abs() : Money.zero(value.currency());
    }

    public boolean isSuspense() {
        return !askedFor.isEmpty();
    }

    /** {@code 7901 debit GBP 10.00}. */
    @Override
    public String toString() {
        return words(account, value);
    }

    static String words(NominalAccount account, Money value) {
        return account + (value.isNegative() ? " credit " : " debit ") + value.abs();
    }
}
