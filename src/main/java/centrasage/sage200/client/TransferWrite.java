package centrasage.sage200.client;

import centrasage.flow.Document;
import centrasage.flow.TargetUnavailable;
import centrasage.sage200.client.read.SageReads;
import centrasage.sage200.client.read.SignInCheck;
import centrasage.sage200.client.wire.Row;
import centrasage.sage200.ledger.BankTransfer;
import centrasage.sage200.ledger.TransferRows;
import jakarta.json.JsonObject;
import java.util.List;
import java.util.Optional;

/** The POST of one transfer, as {@link SageAnswers} asks about it: there when both of its rows are. */
final class TransferWrite implements Write {
    private final SageCashBook cashBook;
    private final SageReads reads;
    private final BankTransfer transfer;
    private final long from;
    private final long to;
    private final Optional<String> signIn;

    TransferWrite(
            SageCashBook cashBook,
            SageReads reads,
            BankTransfer transfer,
            long from,
            long to,
            Optional<String> signIn) {
        this.cashBook = cashBook;
        this.reads = reads;
        this.transfer = transfer;
        this.from = from;
        this.to = to;
        this.signIn = signIn;
    }

    @Override
    public String name() {
        return "the transfer " + transfer.reference() + " " + transfer.secondReference() + " from " + transfer.from()
                + " to " + transfer.to();
    }

    @Override
    public Document confirmed(JsonObject answer) {
        try {
            TransferRows rows = rows();
            if (!rows.isWhole()) {
                throw new Row.Malformed("bank transfer: " + rows.left().size() + " rows left " + transfer.from()
                        + " and " + rows.reached().size() + " reached " + transfer.to());
            }
            return rows.document(transfer);
        } catch (TargetUnavailable e) {
            throw new Row.Malformed("bank transfer that could be read back: " + e.getMessage());
        }
    }

    private TransferRows rows() throws TargetUnavailable {
        return TransferRows.of(
                cashBook.find(transfer.company(), List.of(transfer.reference()))
                        .getOrDefault(transfer.reference(), List.of()),
                transfer,
                from,
                to);
    }

    @Override
    public boolean leftNothingBehind() throws TargetUnavailable {
        return rows().isAbsent();
    }

    @Override
    public SignInCheck signIn() {
        return reads.checkSignIn(transfer.company(), signIn);
    }

    @Override
    public String withoutPersonalData(String text) {
        return text;
    }
}
