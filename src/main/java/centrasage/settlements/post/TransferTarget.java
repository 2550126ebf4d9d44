package centrasage.settlements.post;

import centrasage.flow.Command;
import centrasage.flow.Document;
import centrasage.flow.Finding;
import centrasage.flow.Outcome;
import centrasage.flow.Owner;
import centrasage.flow.PostingKey;
import centrasage.flow.Reason;
import centrasage.flow.Sought;
import centrasage.flow.Target;
import centrasage.flow.TargetUnavailable;
import centrasage.money.Money;
import centrasage.sage200.client.SageCashBook;
import centrasage.sage200.client.read.Banks;
import centrasage.sage200.client.read.TransactionDates;
import centrasage.sage200.ledger.BankRow;
import centrasage.sage200.ledger.BankTransfer;
import centrasage.sage200.ledger.BankTransferJson;
import centrasage.sage200.ledger.TransferRows;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Transfers between two banks: there when each of them has its row, for Sage answers with no number. One that is there in one bank alone is
 * for a person: Sage has broken off in the middle.
 */
abstract class TransferTarget implements Target {
    private SageCashBook cashBook;
    private Banks banks;
    private TransactionDates dates;

    @SuppressWarnings("NullAway.Init")
    TransferTarget() {}

    TransferTarget(SageCashBook cashBook, Banks banks, TransactionDates dates) {
        this.cashBook = cashBook;
        this.banks = banks;
        this.dates = dates;
    }

    @Override
    public Map<PostingKey, Finding> find(List<Sought> sought) throws TargetUnavailable {
        String company = sought.get(0).key().company();
        Map<PostingKey, BankTransfer> transfers = new HashMap<>();
        Map<PostingKey, Finding> findings = new HashMap<>();
        for (Sought one : sought) {
            if (one.command().isErased()) {
                findings.put(one.key(), new Finding.Undecidable("what it was is erased"));
            } else {
                transfers.put(one.key(), BankTransferJson.read(one.command().document()));
            }
        }
        Map<String, List<BankRow>> there = cashBook.find(
                company,
                transfers.values().stream()
                        .map(BankTransfer::reference)
                        .distinct()
                        .toList());
        for (Map.Entry<PostingKey, BankTransfer> one : transfers.entrySet()) {
            findings.put(
                    one.getKey(),
                    judge(one.getValue(), there.getOrDefault(one.getValue().reference(), List.of())));
        }
        return findings;
    }

    private record Pair(Banks.Bank from, Banks.Bank to) {}

    private Optional<Pair> pair(BankTransfer transfer) throws TargetUnavailable {
        Optional<Banks.Bank> from = banks.bank(transfer.company(), transfer.from());
        Optional<Banks.Bank> to = banks.bank(transfer.company(), transfer.to());
        return from.isPresent() && to.isPresent() ? Optional.of(new Pair(from.get(), to.get())) : Optional.empty();
    }

    private Finding judge(BankTransfer transfer, List<BankRow> under) throws TargetUnavailable {
        Optional<Pair> pair = pair(transfer);
        if (pair.isEmpty()) {
            return absent(transfer);
        }
        TransferRows rows = TransferRows.of(
                under, transfer, pair.get().from().id(), pair.get().to().id());
        if (rows.isAbsent()) {
            return absent(transfer);
        }
        if (rows.left().size() > 1 && rows.left().size() == rows.reached().size()) {
            return new Finding.Several(documents(rows, transfer));
        }
        if (!rows.isWhole()) {
            return new Finding.Different(documents(rows, transfer), halfMade(transfer, rows));
        }
        boolean isOurs = is(rows.left().get(0), transfer.paid().amount().negate())
                && is(rows.reached().get(0), transfer.received().amount());
        return isOurs
                ? new Finding.Found(
                        rows.document(transfer), day(transfer, rows.left().get(0)))
                : new Finding.Different(documents(rows, transfer), otherContent(transfer, rows));
    }

    private static boolean is(BankRow row, BigDecimal value) {
        return row.value().compareTo(value) == 0;
    }

    private static List<Document> documents(TransferRows rows, BankTransfer transfer) {
        return rows.left().isEmpty()
                ? rows.reached().stream()
                        .map(row -> row.document(transfer.received().currency()))
                        .toList()
                : rows.left().stream()
                        .map(row -> row.document(transfer.paid().currency()))
                        .toList();
    }

    private static Reason halfMade(BankTransfer transfer, TransferRows rows) {
        return new Reason(
                "HALF_TRANSFER",
                Owner.FINANCE,
                "The " + words(transfer) + " stands " + rows.left().size() + " times in the one bank and "
                        + rows.reached().size() + " times in the other: Sage 200 has broken off in the middle",
                "Enter in Sage 200 what is missing, or reverse what is there once too often, with the references "
                        + transfer.reference() + " and " + transfer.secondReference() + ", then plan again");
    }

    private static Reason otherContent(BankTransfer transfer, TransferRows rows) {
        return new Reason(
                "OTHER_ENTRY_UNDER_KEY",
                Owner.FINANCE,
                "The " + words(transfer) + " stands in Sage 200 with "
                        + rows.left().get(0).value() + " and "
                        + rows.reached().get(0).value(),
                "Compare both banks: if the transfer is this one, resolve this; if it is wrong, reverse it there, then plan again");
    }

    private static @Nullable Reason day(BankTransfer transfer, BankRow row) {
        return row.date() == null || row.date().equals(transfer.date())
                ? null
                : new Reason(
                        "DATE_DIFFERS",
                        Owner.FINANCE,
                        "The " + words(transfer) + " was there already and is of " + row.date() + "; planned was "
                                + transfer.date(),
                        "Nothing where the day in Sage 200 is right; else reverse it there and enter it again with its day");
    }

    private static String words(BankTransfer transfer) {
        return "transfer of " + transfer.paid() + " from the bank " + transfer.from() + " to the bank " + transfer.to()
                + " (" + transfer.narrative() + ")";
    }

    private Finding absent(BankTransfer transfer) throws TargetUnavailable {
        List<Reason> missing = missing(transfer);
        return missing.isEmpty() ? new Finding.Absent() : new Finding.Blocked(missing);
    }

    private List<Reason> missing(BankTransfer transfer) throws TargetUnavailable {
        List<Reason> missing = new ArrayList<>();
        for (String bank : Stream.of(transfer.from(), transfer.to()).distinct().toList()) {
            if (banks.bank(transfer.company(), bank).isEmpty()) {
                missing.add(reason(
                        "SETTLEMENT_BANK",
                        transfer,
                        "has no bank " + bank,
                        "Create it in Sage 200, or correct settlement.csv; it is tried again by itself"));
            }
        }
        otherCurrency(transfer.company(), transfer.from(), transfer.paid(), transfer)
                .ifPresent(missing::add);
        otherCurrency(transfer.company(), transfer.to(), transfer.received(), transfer)
                .ifPresent(missing::add);
        dates.objection(TransactionDates.Ledger.CASH_BOOK, transfer.company(), transfer.date())
                .ifPresent(words -> missing.add(reason(
                        "PERIOD_CLOSED",
                        transfer,
                        "takes nothing of " + transfer.date() + " in the cash book (" + words + ")",
                        "Open the period in Sage 200; it is tried again by itself")));
        return missing;
    }

    /** A bank takes whatever figure it is sent as one of its own currency. */
    private Optional<Reason> otherCurrency(String company, String code, Money amount, BankTransfer transfer)
            throws TargetUnavailable {
        return banks.bank(company, code)
                .filter(bank -> !bank.isOf(amount.currency()))
                .map(bank -> reason(
                        "BANK_CURRENCY",
                        transfer,
                        "keeps the bank " + code + " in " + bank.currency() + ", and " + amount + " is meant",
                        "Correct the banks of this currency in settlement.csv, then plan again"));
    }

    private static Reason reason(String code, BankTransfer transfer, String what, String remedy) {
        return new Reason(
                code,
                Owner.FINANCE,
                "Sage 200 company " + transfer.company() + " " + what + ", so the " + words(transfer)
                        + " cannot be entered",
                remedy);
    }

    /** One POST. */
    @Override
    public Outcome send(Command command, String evidence) {
        try {
            BankTransfer transfer = BankTransferJson.read(command.document());
            Optional<Pair> pair = pair(transfer);
            boolean fit = pair.isPresent()
                    && pair.get().from().isOf(transfer.paid().currency())
                    && pair.get().to().isOf(transfer.received().currency());
            return pair.isEmpty() || !fit
                    ? Outcome.Refused.forNow(missing(transfer))
                    : dates.learned(
                            cashBook.post(
                                    transfer, pair.get().from(), pair.get().to()),
                            TransactionDates.Ledger.CASH_BOOK,
                            transfer.company(),
                            transfer.date());
        } catch (TargetUnavailable e) {
            return new Outcome.Unavailable(String.valueOf(e.getMessage()));
        }
    }

    /** A transfer that is half made is no draft: a person completes it. */
    @Override
    public void discard(Command command, Document draft) {
        throw new IllegalStateException("a transfer leaves no draft, and none was found: " + draft.id());
    }
}
