package centrasage.sage200.ledger;

import centrasage.flow.Document;
import java.util.List;

/**
 * The rows that carry the references of a transfer.
 *
 * @param left those of the bank that it leaves
 * @param reached those of the bank that it reaches
 */
public record TransferRows(List<BankRow> left, List<BankRow> reached) {

    /**
     * @param under what carries its first reference, in whatever bank
     * @param from the id of the bank that it leaves
     * @param to the id of the bank that it reaches
     */
    public static TransferRows of(List<BankRow> under, BankTransfer transfer, long from, long to) {
        return new TransferRows(ours(under, transfer, from), ours(under, transfer, to));
    }

    private static List<BankRow> ours(List<BankRow> under, BankTransfer transfer, long bank) {
        return under.stream()
                .filter(row -> row.bank() == bank)
                .filter(row -> row.reference().equalsIgnoreCase(transfer.reference()))
                .filter(row -> transfer.isKeyedBy(row.secondReference()))
                .toList();
    }

    /** One in each. */
    public boolean isWhole() {
        return left.size() == 1 && reached.size() == 1;
    }

    public boolean isAbsent() {
        return left.isEmpty() && reached.isEmpty();
    }

    /** Of what left the one bank; there must be such a row. */
    public Document document(BankTransfer transfer) {
        return left.get(0).document(transfer.paid().currency());
    }
}
