package centrasage.sage200.client;

import centrasage.flow.Document;
import centrasage.flow.TargetUnavailable;
import centrasage.sage200.LedgerEntry;
import centrasage.sage200.NewReceipt;
import centrasage.sage200.client.read.SageReads;
import centrasage.sage200.client.read.SignInCheck;
import centrasage.sage200.client.wire.Row;
import jakarta.json.JsonObject;
import java.util.List;
import java.util.Optional;

/**
 * The POST of one receipt, as {@link SageAnswers} asks about it. Sage's answer tells its urn alone, so that it is read back by its
 * references: what is allocated later is named by an id.
 */
final class ReceiptWrite implements Write {
    private final SageLedger ledger;
    private final SageReads reads;
    private final NewReceipt receipt;
    private final Optional<String> signIn;

    ReceiptWrite(SageLedger ledger, SageReads reads, NewReceipt receipt, Optional<String> signIn) {
        this.ledger = ledger;
        this.reads = reads;
        this.receipt = receipt;
        this.signIn = signIn;
    }

    @Override
    public String name() {
        return "the receipt " + receipt.reference() + " " + receipt.secondReference();
    }

    @Override
    public Document confirmed(JsonObject answer) {
        try {
            List<LedgerEntry> there = ours();
            if (there.size() != 1) {
                throw new Row.Malformed("receipt: " + there.size() + " carry " + receipt.secondReference());
            }
            return there.get(0).document(receipt.value().currency());
        } catch (TargetUnavailable e) {
            throw new Row.Malformed("receipt that could be read back: " + e.getMessage());
        }
    }

    private List<LedgerEntry> ours() throws TargetUnavailable {
        List<LedgerEntry> there =
                ledger.find(receipt.company(), List.of(receipt.reference())).get(receipt.reference());
        if (there == null) {
            throw new TargetUnavailable(
                    "what Sage 200's ledger holds under " + receipt.reference() + " cannot be read");
        }
        return there.stream()
                .filter(each -> each.carries(receipt.reference(), receipt.secondReference()))
                .toList();
    }

    @Override
    public boolean leftNothingBehind() throws TargetUnavailable {
        return ours().isEmpty();
    }

    @Override
    public SignInCheck signIn() {
        return reads.checkSignIn(receipt.company(), signIn);
    }

    @Override
    public String withoutPersonalData(String text) {
        return text;
    }
}
