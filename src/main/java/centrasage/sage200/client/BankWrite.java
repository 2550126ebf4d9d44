package centrasage.sage200.client;

import centrasage.flow.Document;
import centrasage.flow.TargetUnavailable;
import centrasage.sage200.client.read.SageReads;
import centrasage.sage200.client.read.SignInCheck;
import centrasage.sage200.client.wire.Row;
import centrasage.sage200.ledger.BankEntry;
import centrasage.sage200.ledger.BankRow;
import jakarta.json.JsonObject;
import java.util.List;
import java.util.Optional;

/** The POST of one entry of a bank, as {@link SageAnswers} asks about it; read back by its references, as {@link LedgerWrite} is. */
final class BankWrite implements Write {
    private final SageCashBook cashBook;
    private final SageReads reads;
    private final BankEntry entry;
    private final long bank;
    private final Optional<String> signIn;

    BankWrite(SageCashBook cashBook, SageReads reads, BankEntry entry, long bank, Optional<String> signIn) {
        this.cashBook = cashBook;
        this.reads = reads;
        this.entry = entry;
        this.bank = bank;
        this.signIn = signIn;
    }

    @Override
    public String name() {
        return "the entry " + entry.reference() + " " + entry.secondReference() + " of the bank " + entry.bank();
    }

    @Override
    public Document confirmed(JsonObject answer) {
        try {
            List<BankRow> there = ours();
            if (there.size() != 1) {
                throw new Row.Malformed("bank entry: " + there.size() + " carry " + entry.secondReference());
            }
            return there.get(0).document(entry.value().currency());
        } catch (TargetUnavailable e) {
            throw new Row.Malformed("bank entry that could be read back: " + e.getMessage());
        }
    }

    private List<BankRow> ours() throws TargetUnavailable {
        return cashBook
                .find(entry.company(), List.of(entry.reference()))
                .getOrDefault(entry.reference(), List.of())
                .stream()
                .filter(row -> row.carries(bank, entry))
                .toList();
    }

    @Override
    public boolean leftNothingBehind() throws TargetUnavailable {
        return ours().isEmpty();
    }

    @Override
    public SignInCheck signIn() {
        return reads.checkSignIn(entry.company(), signIn);
    }

    @Override
    public String withoutPersonalData(String text) {
        return text;
    }
}
