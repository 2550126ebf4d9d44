package centrasage.sage200.ledger;

import centrasage.flow.Document;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What carries the references of a payment of a supplier account. The ledger tells the account; the bank shows, too, what was booked under
 * the same references as something else, and what the ledger shows no more.
 *
 * @param ledger of the purchase ledger
 * @param bank of whatever bank
 */
public record SupplierRows(List<PurchaseEntry> ledger, List<BankRow> bank) {

    /**
     * @param entries what carries its first reference in the purchase ledger
     * @param rows what carries it in the banks
     */
    public static SupplierRows of(List<PurchaseEntry> entries, List<BankRow> rows, SupplierPayment payment) {
        return new SupplierRows(
                entries.stream()
                        .filter(entry -> isOurs(payment, entry.reference(), entry.secondReference()))
                        .toList(),
                rows.stream()
                        .filter(row -> isOurs(payment, row.reference(), row.secondReference()))
                        .toList());
    }

    private static boolean isOurs(SupplierPayment payment, String reference, String second) {
        return reference.equalsIgnoreCase(payment.reference()) && payment.isKeyedBy(second);
    }

    public boolean isAbsent() {
        return ledger.isEmpty() && bank.isEmpty();
    }

    /** Whether it is there more than once, on whichever accounts. */
    public boolean isSeveral() {
        return ledger.size() > 1 || bank.size() > 1;
    }

    /** Whether it is there once, and on a supplier account. */
    public boolean isOfSupplier() {
        return !isAbsent() && !isSeveral() && (!ledger.isEmpty() || bank.get(0).isOfPurchases());
    }

    /** Each as a document; by the ledger's number, where it has as many as the bank. */
    public List<Document> documents(SupplierPayment payment) {
        return ledger.size() >= bank.size()
                ? ledger.stream()
                        .map(entry -> entry.document(payment.value().currency()))
                        .toList()
                : bank.stream()
                        .map(row -> row.document(payment.value().currency()))
                        .toList();
    }

    /** Of the only one; null where Sage does not say. */
    public @Nullable LocalDate date() {
        return ledger.isEmpty() ? bank.get(0).date() : ledger.get(0).date();
    }
}
