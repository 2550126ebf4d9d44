package centrasage.sage200;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/**
 * An invoice or credit note that is posted to the sales ledger, with what tells whose it is.
 *
 * @param id by which allocations name it
 * @param urn the number that Sage's users see of the transaction
 * @param number of the invoice, where this site keeps it
 * @param other what stands in the other one of its two references
 * @param gross in the account's currency; of a credit note below zero
 * @param orders the customers' numbers of the orders, or of the returns, that Sage itself shows beside it; none where it shows none
 */
public record LedgerInvoice(
        long id, String urn, String number, String other, LocalDate date, BigDecimal gross, List<String> orders) {
    public LedgerInvoice {
        orders = List.copyOf(orders);
    }
}
