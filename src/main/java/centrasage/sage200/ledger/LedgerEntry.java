package centrasage.sage200.ledger;

import centrasage.flow.Document;
import centrasage.money.Money;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Currency;
import org.jspecify.annotations.Nullable;

/**
 * A posted transaction of the sales ledger. It never changes.
 *
 * @param id by which allocations name it
 * @param urn the number that Sage's users see
 * @param customer id of the account
 * @param date null where Sage does not say
 * @param gross in the account's currency; below zero for receipts and credit notes
 * @param tax the VAT in it, with its sign; null where Sage does not say
 */
public record LedgerEntry(
        long id,
        String urn,
        long customer,
        String reference,
        String secondReference,
        @Nullable LocalDate date,
        BigDecimal gross,
        @Nullable BigDecimal tax) {

    /** Whether its references are those of this entry. */
    public boolean carries(NewEntry entry) {
        return reference.equalsIgnoreCase(entry.reference()) && entry.isKeyedBy(secondReference);
    }

    /** As a document of so much, whatever its sign. */
    public Document document(Currency currency) {
        return new Document(
                Long.toString(id),
                urn,
                new Money(gross.abs(), currency),
                tax == null ? null : new Money(tax.abs(), currency),
                null);
    }
}
