package centrasage.settlements.post;

import centrasage.flow.Command;
import centrasage.flow.Document;
import centrasage.flow.Finding;
import centrasage.flow.Outcome;
import centrasage.flow.Owner;
import centrasage.flow.PostingKey;
import centrasage.flow.PostingKind;
import centrasage.flow.Reason;
import centrasage.flow.Sought;
import centrasage.flow.Target;
import centrasage.flow.TargetUnavailable;
import centrasage.sage200.client.SagePurchases;
import centrasage.sage200.client.read.Banks;
import centrasage.sage200.client.read.TransactionDates;
import centrasage.sage200.ledger.SupplierPayment;
import centrasage.sage200.ledger.SupplierPaymentJson;
import centrasage.sage200.ledger.SupplierRows;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a payment provider has taken for its own invoice is paid off its supplier account, out of the clearing bank; what it gave back comes
 * from there. Under the references of the same deduction a bank may have it as a cost: then it is not paid off as well.
 */
@ApplicationScoped
public class SupplierPaymentTarget implements Target {
    private SagePurchases purchases;
    private Banks banks;
    private TransactionDates dates;

    @SuppressWarnings("NullAway.Init")
    SupplierPaymentTarget() {}

    @Inject
    public SupplierPaymentTarget(SagePurchases purchases, Banks banks, TransactionDates dates) {
        this.purchases = purchases;
        this.banks = banks;
        this.dates = dates;
    }

    @Override
    public PostingKind kind() {
        return PostingKind.SUPPLIER_PAYMENT;
    }

    @Override
    public Map<PostingKey, Finding> find(List<Sought> sought) throws TargetUnavailable {
        Map<PostingKey, Finding> findings = new HashMap<>();
        for (Sought one : sought) {
            Command command = one.command();
            findings.put(
                    one.key(),
                    command.isErased()
                            ? new Finding.Undecidable("what it was is erased")
                            : judge(SupplierPaymentJson.read(command.document())));
        }
        return findings;
    }

    private Finding judge(SupplierPayment payment) throws TargetUnavailable {
        SupplierRows rows = purchases.find(payment);
        if (rows.isAbsent()) {
            List<Reason> missing = missing(payment);
            return missing.isEmpty() ? new Finding.Absent() : new Finding.Blocked(missing);
        }
        List<Document> documents = rows.documents(payment);
        if (rows.isSeveral()) {
            return new Finding.Several(documents);
        }
        return isThis(payment, rows)
                ? new Finding.Found(documents.get(0), otherDay(payment, rows))
                : new Finding.Different(documents, otherContent(payment, rows));
    }

    private boolean isThis(SupplierPayment payment, SupplierRows rows) throws TargetUnavailable {
        Optional<SagePurchases.Supplier> supplier = purchases.supplier(payment.company(), payment.supplier());
        return rows.isOfSupplier()
                && rows.ledger().stream()
                        .allMatch(entry -> supplier.isPresent()
                                && entry.supplier() == supplier.get().id()
                                && entry.gross().abs().compareTo(payment.value().amount()) == 0)
                && rows.bank().stream()
                        .allMatch(row ->
                                row.value().abs().compareTo(payment.value().amount()) == 0
                                        && (row.value().signum() < 0)
                                                == (payment.way() == SupplierPayment.Way.PAYMENT));
    }

    private static Reason otherContent(SupplierPayment payment, SupplierRows rows) {
        return reason(
                "OTHER_ENTRY_UNDER_KEY",
                payment,
                "has " + there(payment, rows) + " under the references " + payment.reference() + " and "
                        + payment.secondReference(),
                "Compare both in Sage 200, correct there by hand what is wrong, then resolve this: nothing is posted a second time");
    }

    private static String there(SupplierPayment payment, SupplierRows rows) {
        Document document = rows.documents(payment).get(0);
        return "a transaction " + document.number() + " of " + document.total() + " of " + rows.date()
                + (rows.isOfSupplier() ? " on a supplier account" : " in a bank, booked to no supplier account,");
    }

    private static @Nullable Reason otherDay(SupplierPayment payment, SupplierRows rows) {
        return rows.date() == null || payment.date().equals(rows.date())
                ? null
                : new Reason(
                        "DATE_DIFFERS",
                        Owner.FINANCE,
                        "Sage 200 has " + there(payment, rows) + ", the " + payment.narrative()
                                + ", which was there already; planned was " + payment.date(),
                        "Nothing where the day in Sage 200 is right; else reverse the transaction there and enter it again with its day");
    }

    private List<Reason> missing(SupplierPayment payment) throws TargetUnavailable {
        List<Reason> missing = new ArrayList<>();
        Optional<Banks.Bank> bank = banks.bank(payment.company(), payment.bank());
        if (bank.isEmpty()) {
            missing.add(
                    reason(
                            "CLEARING_BANK",
                            payment,
                            "has no bank " + payment.bank(),
                            "Create the bank in Sage 200, or correct clearing_bank in settlement.csv; it is tried again by itself"));
        }
        bank.filter(there -> !there.isOf(payment.value().currency()))
                .ifPresent(there -> missing.add(reason(
                        "BANK_CURRENCY",
                        payment,
                        "keeps the bank " + payment.bank() + " in " + there.currency(),
                        "Correct clearing_bank of this currency in settlement.csv, then plan again")));
        Optional<SagePurchases.Supplier> supplier = purchases.supplier(payment.company(), payment.supplier());
        if (supplier.isEmpty()) {
            missing.add(
                    reason(
                            "SUPPLIER_ACCOUNT",
                            payment,
                            "has no supplier account " + payment.supplier(),
                            "Create the supplier in Sage 200, or correct supplier in settlement.csv; it is tried again by itself"));
        }
        supplier.filter(there -> !there.isOf(payment.value().currency()))
                .ifPresent(there -> missing.add(reason(
                        "SUPPLIER_CURRENCY",
                        payment,
                        "keeps the supplier account " + payment.supplier() + " in " + there.currency(),
                        "Name a supplier account in " + payment.value().currency()
                                + " in supplier of settlement.csv, or none, then plan again")));
        dates.objection(TransactionDates.Ledger.PURCHASES, payment.company(), payment.date())
                .ifPresent(words -> missing.add(reason(
                        "PERIOD_CLOSED",
                        payment,
                        "takes nothing of " + payment.date() + " in the purchase ledger (" + words + ")",
                        "Open the period in Sage 200; it is tried again by itself")));
        return missing;
    }

    private static Reason reason(String code, SupplierPayment payment, String what, String remedy) {
        return new Reason(
                code,
                Owner.FINANCE,
                "Sage 200 company " + payment.company() + " " + what + ", so the " + payment.narrative()
                        + " cannot be entered on the supplier account " + payment.supplier(),
                remedy);
    }

    /** One POST. */
    @Override
    public Outcome send(Command command, String evidence) {
        try {
            SupplierPayment payment = SupplierPaymentJson.read(command.document());
            Optional<Banks.Bank> bank = banks.bank(payment.company(), payment.bank())
                    .filter(there -> there.isOf(payment.value().currency()));
            Optional<SagePurchases.Supplier> supplier = purchases
                    .supplier(payment.company(), payment.supplier())
                    .filter(there -> there.isOf(payment.value().currency()));
            return bank.isEmpty() || supplier.isEmpty()
                    ? Outcome.Refused.forNow(missing(payment))
                    : dates.learned(
                            purchases.post(payment, supplier.get(), bank.get()),
                            TransactionDates.Ledger.PURCHASES,
                            payment.company(),
                            payment.date());
        } catch (TargetUnavailable e) {
            return new Outcome.Unavailable(String.valueOf(e.getMessage()));
        }
    }

    /** A payment is never half made. */
    @Override
    public void discard(Command command, Document draft) {
        throw new IllegalStateException("a supplier payment leaves no draft, and none was found: " + draft.id());
    }
}
