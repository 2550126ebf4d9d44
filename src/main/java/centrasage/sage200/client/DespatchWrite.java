package centrasage.sage200.client;

import centrasage.flow.Document;
import centrasage.flow.TargetUnavailable;
import centrasage.sage200.Despatch;
import centrasage.sage200.NewDespatch;
import centrasage.sage200.client.SageDespatches.There;
import centrasage.sage200.client.read.SageReads;
import centrasage.sage200.client.read.SignInCheck;
import centrasage.sage200.client.wire.Row;
import jakarta.json.JsonObject;
import java.util.List;
import java.util.Optional;

/**
 * The POST of one despatch, as {@link SageAnswers} asks about it. Sage's answer repeats the request and tells no number, so that
 * the despatch is read back by the shipment's number in its notes.
 */
final class DespatchWrite implements Write {
    private final SageDespatches despatches;
    private final SageReads reads;
    private final NewDespatch despatch;
    private final Optional<String> signIn;

    DespatchWrite(SageDespatches despatches, SageReads reads, NewDespatch despatch, Optional<String> signIn) {
        this.despatches = despatches;
        this.reads = reads;
        this.despatch = despatch;
        this.signIn = signIn;
    }

    @Override
    public String name() {
        return "the despatch of shipment " + despatch.number();
    }

    @Override
    public Document confirmed(JsonObject answer) {
        try {
            List<Despatch> there = ours();
            if (there.size() != 1) {
                throw new Row.Malformed("despatch: " + there.size() + " carry " + despatch.number());
            }
            return there.get(0).document(despatch.value());
        } catch (TargetUnavailable e) {
            throw new Row.Malformed("despatch that could be read back: " + e.getMessage());
        }
    }

    private List<Despatch> ours() throws TargetUnavailable {
        String key = despatch.customerDocumentNo();
        There there = despatches.find(despatch.company(), List.of(key)).get(key);
        if (there == null) {
            throw new TargetUnavailable("what Sage 200 holds under " + key + " cannot be read");
        }
        return there.despatches().stream()
                .filter(each -> each.isOf(despatch.number()))
                .toList();
    }

    @Override
    public boolean leftNothingBehind() throws TargetUnavailable {
        return ours().isEmpty();
    }

    @Override
    public SignInCheck signIn() {
        return reads.checkSignIn(despatch.company(), signIn);
    }

    @Override
    public String withoutPersonalData(String text) {
        return text;
    }
}
