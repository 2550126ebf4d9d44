package centrasage.sage200.ledger;

import centrasage.flow.Document;
import centrasage.money.Money;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Currency;
import org.jspecify.annotations.Nullable;

/**
 * A posted row of a cash-book bank. It never changes.
 *
 * @param bank id of it
 * @param date null where Sage does not say
 * @param value in the bank's currency; below zero where it left the bank
 * @param rate between the bank's currency and the company's own; null where Sage does not say
 * @param source the ledger that it comes from, as Sage calls it; empty where Sage does not say
 */
public record BankRow(
        long id,
        String urn,
        long bank,
        String reference,
        String secondReference,
        @Nullable LocalDate date,
        BigDecimal value,
        @Nullable BigDecimal rate,
        String source) {
    private static final String PURCHASES = "LedgerPurchase";

    /** Whether it is in this bank and its references are those of this entry. */
    public boolean carries(long inBank, BankEntry entry) {
        return bank == inBank && reference.equalsIgnoreCase(entry.reference()) && entry.isKeyedBy(secondReference);
    }

    /** Whether it was paid to a supplier account, or came from one. */
    public boolean isOfPurchases() {
        return source.equalsIgnoreCase(PURCHASES);
    }

    /** As a document of so much, whatever its sign. */
    public Document document(Currency currency) {
        return new Document(Long.toString(id), urn, new Money(value.abs(), currency), null, null);
    }
}
