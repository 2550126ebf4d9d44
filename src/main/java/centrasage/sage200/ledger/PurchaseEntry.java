package centrasage.sage200.ledger;

import centrasage.flow.Document;
import centrasage.money.Money;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Currency;
import org.jspecify.annotations.Nullable;

/**
 * A posted transaction of the purchase ledger. It never changes.
 *
 * @param urn the number that Sage's users see
 * @param supplier id of the account
 * @param date null where Sage does not say
 * @param gross in the account's currency, with whatever sign Sage gives it
 */
public record PurchaseEntry(
        long id,
        String urn,
        long supplier,
        String reference,
        String secondReference,
        @Nullable LocalDate date,
        BigDecimal gross) {

    /** As a document of so much, whatever its sign. */
    public Document document(Currency currency) {
        return new Document(Long.toString(id), urn, new Money(gross.abs(), currency), null, null);
    }
}
