package centrasage.sync.ledger;

import centrasage.money.Money;
import java.time.LocalDate;

/**
 * A posted invoice of one order. It never changes in Sage's ledger.
 *
 * @param object the order with all that follows from it, such as {@code 33/C10234}
 * @param ledgerId by which allocations name it
 * @param urn the number that Sage's users see of the transaction
 * @param number of the invoice itself
 * @param date of the document
 */
public record Invoice(
        String company, String object, long ledgerId, String urn, String number, LocalDate date, Money gross) {}
