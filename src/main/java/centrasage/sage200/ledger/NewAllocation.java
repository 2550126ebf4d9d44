package centrasage.sage200.ledger;

import centrasage.flow.AllocationNumber;
import centrasage.flow.Command;
import centrasage.flow.Document;
import centrasage.flow.PostingKey;
import centrasage.money.Money;
import java.time.LocalDate;

/**
 * A credit of a customer account, such as a receipt, set off against a debit, such as an invoice.
 *
 * @param credit the urn of the receipt or credit note, as Sage's users see it
 * @param debit the urn of the invoice or refund
 * @param value of each; more than zero, and never more than either is of
 * @param date the later of theirs
 */
public record NewAllocation(String company, String credit, String debit, Money value, LocalDate date) {

    /** Of a command; its key tells the pair, even where its text was erased. */
    public static NewAllocation of(Command command) {
        return of(command.key(), command.amount(), command.businessDate());
    }

    /** Of a posting of this key, amount and date. */
    public static NewAllocation of(PostingKey key, Money value, LocalDate date) {
        AllocationNumber number = AllocationNumber.parse(key.sourceKey());
        return new NewAllocation(key.company(), number.credit(), number.debit(), value, date);
    }

    /** Named by both, because Sage gives an allocation no number. */
    public Document document() {
        String name = credit + "-" + debit;
        return new Document(name, name, value, null, null);
    }
}
