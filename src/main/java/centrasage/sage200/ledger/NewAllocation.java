package centrasage.sage200.ledger;

import centrasage.flow.AllocationNumber;
import centrasage.flow.Command;
import centrasage.flow.Document;
import centrasage.flow.PostingKey;
import centrasage.flow.PostingKind;
import centrasage.flow.Sha256;
import centrasage.money.Money;
import jakarta.json.Json;
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

    /** Of a command that {@link #command} has made; its key tells the pair, even where its text was erased. */
    public static NewAllocation of(Command command) {
        return of(command.key(), command.amount(), command.businessDate());
    }

    /** Of a posting of this key, amount and date. */
    public static NewAllocation of(PostingKey key, Money value, LocalDate date) {
        AllocationNumber number = AllocationNumber.parse(key.sourceKey());
        return new NewAllocation(key.company(), number.credit(), number.debit(), value, date);
    }

    /**
     * @param order Centra's number of it
     * @param object the order with all that follows from it
     */
    public Command command(String order, String object) {
        AllocationNumber number = new AllocationNumber(order, credit, debit);
        String text = Json.createObjectBuilder()
                .add("credit", credit)
                .add("debit", debit)
                .add("amount", value.amount().toString())
                .add("currency", value.currency().getCurrencyCode())
                .add("date", date.toString())
                .build()
                .toString();
        return new Command(
                new PostingKey(company, PostingKind.ALLOCATION, number.toString()),
                object,
                value,
                null,
                date,
                Sha256.hex(text),
                text);
    }

    /** Named by both, because Sage gives an allocation no number. */
    public Document document() {
        String name = credit + "-" + debit;
        return new Document(name, name, value, null, null);
    }
}
