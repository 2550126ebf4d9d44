package centrasage.sage200.client;

import centrasage.flow.Document;
import centrasage.flow.TargetUnavailable;
import centrasage.sage200.client.read.SageReads;
import centrasage.sage200.client.read.SignInCheck;
import centrasage.sage200.client.wire.Row;
import centrasage.sage200.ledger.LedgerEntry;
import centrasage.sage200.ledger.NewEntry;
import jakarta.json.JsonObject;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The POST of one entry, as {@link SageAnswers} asks about it. Sage's answer tells its urn alone, so that it is read back by its
 * references: what is allocated later is named by an id.
 */
final class LedgerWrite implements Write {
    private final SageLedger ledger;
    private final SageReads reads;
    private final NewEntry entry;
    private final Optional<String> signIn;

    LedgerWrite(SageLedger ledger, SageReads reads, NewEntry entry, Optional<String> signIn) {
        this.ledger = ledger;
        this.reads = reads;
        this.entry = entry;
        this.signIn = signIn;
    }

    @Override
    public String name() {
        return "the " + entry.kind().word() + " for order " + entry.reference();
    }

    @Override
    public Document confirmed(JsonObject answer) {
        try {
            List<LedgerEntry> there = ours(ledger.findNew(entry.company(), entry.reference()));
            if (there.size() != 1) {
                throw new Row.Malformed(
                        entry.kind().word() + ": " + there.size() + " carry " + entry.secondReference());
            }
            return there.get(0).document(entry.value().currency());
        } catch (TargetUnavailable e) {
            throw new Row.Malformed(entry.kind().word() + " that could be read back: " + e.getMessage());
        }
    }

    private List<LedgerEntry> ours(Map<String, List<LedgerEntry>> found) throws TargetUnavailable {
        List<LedgerEntry> there = found.get(entry.reference());
        if (there == null) {
            throw new TargetUnavailable("what Sage 200's ledger holds under " + entry.reference() + " cannot be read");
        }
        return there.stream().filter(each -> each.carries(entry)).toList();
    }

    @Override
    public boolean leftNothingBehind() throws TargetUnavailable {
        return ours(ledger.find(entry.company(), List.of(entry.reference()))).isEmpty();
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
